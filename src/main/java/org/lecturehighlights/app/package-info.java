/**
 * Puts the service together: the stages and their order, the command line, the API document and
 * what operators can observe. It may import every other district. No other district imports it.
 */
@NullMarked
package org.lecturehighlights.app;

import org.jspecify.annotations.NullMarked;
