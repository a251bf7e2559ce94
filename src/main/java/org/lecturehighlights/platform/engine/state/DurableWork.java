package org.lecturehighlights.platform.engine.state;

import java.util.Optional;
import org.lecturehighlights.platform.engine.Lane;

/** Work whose state is in a table of its own and whose deliveries come through the lanes. */
public interface DurableWork {
  /**
   * Takes what was delivered, in a transaction of its own; empty if there is nothing to do, as for
   * a duplicate delivery.
   *
   * @param delivery names the work, as {@link LaneQueues} wrote it
   * @param lane the lane that delivered it
   * @param worker who takes it
   */
  Optional<ClaimedAttempt> claim(String delivery, Lane lane, String worker);
}
