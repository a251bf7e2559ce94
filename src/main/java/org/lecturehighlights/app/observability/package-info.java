/**
 * What the service tells its operators: metrics (Micrometer), traces (OpenTelemetry) and the format
 * of the log. No other room knows either library: the others say what happens through their
 * observers and events.
 */
@NullMarked
package org.lecturehighlights.app.observability;

import org.jspecify.annotations.NullMarked;
