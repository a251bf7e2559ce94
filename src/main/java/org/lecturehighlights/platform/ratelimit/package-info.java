/**
 * How many requests one caller may send, counted for all processes together in the database. The
 * only place that knows Bucket4j.
 */
@NullMarked
package org.lecturehighlights.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
