/**
 * What the service tells its operators: metrics (Micrometer), traces (OpenTelemetry) and the format
 * of the log. It is the only home of both libraries; the other rooms tell it what happens by their
 * observers and news, and know neither.
 */
@NullMarked
package org.lecturehighlights.app.observability;

import org.jspecify.annotations.NullMarked;
