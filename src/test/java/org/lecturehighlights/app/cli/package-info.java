/** Tests of the command line without a running application. */
@NullMarked
package org.lecturehighlights.app.cli;

import org.jspecify.annotations.NullMarked;
