@NullMarked
package org.lecturehighlights.service.result.player;

import org.jspecify.annotations.NullMarked;
