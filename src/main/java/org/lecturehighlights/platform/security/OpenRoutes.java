package org.lecturehighlights.platform.security;

import java.util.ArrayList;
import java.util.List;

/**
 * The routes beside the API's endpoints that need no caller. This is fired as an event when the
 * server starts; whoever owns such a route observes it and adds the route. Any other is closed.
 */
public final class OpenRoutes {
  private final List<List<String>> groups = new ArrayList<>();

  OpenRoutes() {}

  /**
   * One thing that everybody may have, unless an operator closes one of its addresses, which then
   * closes them all.
   *
   * @param paths every path under which it is served, as its routes are registered
   */
  public void add(String... paths) {
    groups.add(List.of(paths));
  }

  List<List<String>> groups() {
    return groups;
  }
}
