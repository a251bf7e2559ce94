@NullMarked
package org.lecturehighlights.platform.engine.ledger;

import org.jspecify.annotations.NullMarked;
