/**
 * How many requests one caller may send, counted for all processes together in the database. The
 * only place that knows Bucket4j. Imports {@code security} and {@code problem}.
 */
@NullMarked
package org.lecturehighlights.security.limit;

import org.jspecify.annotations.NullMarked;
