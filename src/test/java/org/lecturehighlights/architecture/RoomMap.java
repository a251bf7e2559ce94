package org.lecturehighlights.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The map of the rooms, as {@code src/docs/architecture.md} draws it. */
final class RoomMap {
  static final Path DOCUMENT = Path.of("src/docs/architecture.md");

  /** Whom each district may import, besides itself. */
  private static final Map<String, Set<String>> DISTRICTS =
      Map.of(
          "platform", Set.of(),
          "lecture", Set.of("platform"),
          "service", Set.of("lecture", "platform"),
          "app", Set.of("service", "lecture", "platform"));

  private static final Pattern DISTRICT = Pattern.compile("### `(\\w+)`.*");
  private static final Pattern ROW =
      Pattern.compile("\\| `(\\w+)`( \\*pure\\*)? \\|[^|]*\\|([^|]*)\\|([^|]*)\\|");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private final Map<String, Room> rooms;

  private RoomMap(Map<String, Room> rooms) {
    this.rooms = rooms;
  }

  /**
   * A row of the map.
   *
   * @param isPure may import neither problems nor the room for processes
   * @param imports names of rooms
   * @param open names of sub-packages
   */
  record Room(String district, String name, boolean isPure, Set<String> imports, Set<String> open) {
    String path() {
      return district + "." + name;
    }
  }

  /** A package, seen from the map. */
  record Place(Room room, String subPackage) {}

  static RoomMap read() throws IOException {
    Map<String, Room> rooms = new LinkedHashMap<>();
    String district = "";
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher heading = DISTRICT.matcher(line);
      Matcher row = ROW.matcher(line);
      if (heading.matches()) {
        district = heading.group(1);
      } else if (line.startsWith("## ")) {
        district = "";
      } else if (!district.isEmpty() && row.matches()) {
        rooms.put(
            row.group(1),
            new Room(
                district,
                row.group(1),
                row.group(2) != null,
                names(row.group(3)),
                names(row.group(4))));
      }
    }
    return new RoomMap(rooms);
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toSet());
  }

  List<Room> rooms() {
    return List.copyOf(rooms.values());
  }

  Room room(String name) {
    return Optional.ofNullable(rooms.get(name))
        .orElseThrow(() -> new AssertionError(DOCUMENT + " has no room " + name));
  }

  /** Where a package lies; empty for the root and for a district itself. */
  Optional<Place> place(String packageBelowRoot) {
    String[] parts = packageBelowRoot.split("\\.", 3);
    if (parts.length < 2) {
      return Optional.empty();
    }
    Room room = rooms.get(parts[1]);
    if (room == null || !room.district().equals(parts[0])) {
      throw new AssertionError(DOCUMENT + " has no row for the package " + packageBelowRoot);
    }
    return Optional.of(new Place(room, parts.length == 3 ? parts[2] : ""));
  }

  /** Whether the map has this arrow. */
  boolean allows(Room from, Room to) {
    boolean inward =
        from.district().equals(to.district())
            || DISTRICTS.get(from.district()).contains(to.district());
    return inward && (isCommon(from, to) || from.imports().contains(to.name()));
  }

  /** Rooms that many may import without saying so in their rows. */
  static boolean isCommon(Room from, Room to) {
    return switch (to.name()) {
      case "timeline" -> !from.district().equals("platform");
      case "problem", "runtime" -> !from.isPure();
      default -> false;
    };
  }

  /** Names in the cells that are no rooms. */
  Set<String> unknownNames() {
    Set<String> unknown = new TreeSet<>();
    rooms.values().forEach(room -> unknown.addAll(room.imports()));
    unknown.removeAll(rooms.keySet());
    return unknown;
  }

  static List<String> districts() {
    return Arrays.asList("platform", "lecture", "service", "app");
  }
}
