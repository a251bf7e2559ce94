/**
 * The lecture of the first minute, made on the spot: {@code ./mvnw -q compile exec:exec@sample}.
 */
package org.lecturehighlights.sample;
