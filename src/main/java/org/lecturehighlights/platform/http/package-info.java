/**
 * What all answers have in common: the filters before the resources and their order, problem
 * answers, entity tags, ranges, the limits of JSON bodies and safe file names.
 */
@NullMarked
package org.lecturehighlights.platform.http;

import org.jspecify.annotations.NullMarked;
