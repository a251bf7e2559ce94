/**
 * What would serve another product unchanged: problems, HTTP, storage, durable work, the database's
 * life cycle, callers and their rate limits. It knows nothing of lectures. The other districts
 * build on it, and it imports none of them.
 */
@NullMarked
package org.lecturehighlights.platform;

import org.jspecify.annotations.NullMarked;
