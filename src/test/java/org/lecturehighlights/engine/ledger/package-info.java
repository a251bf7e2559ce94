@NullMarked
package org.lecturehighlights.engine.ledger;

import org.jspecify.annotations.NullMarked;
