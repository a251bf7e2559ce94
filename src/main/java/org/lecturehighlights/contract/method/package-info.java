/** What a running application reads in its own document. Imports nothing of ours. */
@NullMarked
package org.lecturehighlights.contract.method;

import org.jspecify.annotations.NullMarked;
