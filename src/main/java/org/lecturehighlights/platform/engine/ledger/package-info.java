/**
 * The engine's books: one row for each stage of a work, changed in short transactions that are
 * serialised on the work's row.
 */
@NullMarked
package org.lecturehighlights.platform.engine.ledger;

import org.jspecify.annotations.NullMarked;
