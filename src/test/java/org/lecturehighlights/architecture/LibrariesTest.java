package org.lecturehighlights.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.lecturehighlights.architecture.RoomsTest.CLASSES;
import static org.lecturehighlights.architecture.RoomsTest.ROOT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.quarkus.vertx.http.runtime.filters.Filters;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.http.FilterOrder;

/** What one room alone may touch. */
class LibrariesTest {
  @Test
  void only_media_starts_processes() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".lecture.media..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class, Process.class)
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "start a process by the runtime",
                call ->
                    call.getTargetOwner().isEquivalentTo(Runtime.class)
                        && call.getTarget().getName().equals("exec")))
        .because("limits, process groups and cancellation are kept in one place")
        .check(CLASSES);
  }

  @Test
  void only_the_database_room_knows_flyway() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".platform.database..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.flywaydb..", "io.quarkus.flyway..")
        .because("the schema's life cycle has one home")
        .check(CLASSES);
  }

  @Test
  void only_storage_knows_an_object_store() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".platform.storage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..")
        .because("where bytes lie is nobody else's business")
        .check(CLASSES);
  }

  @Test
  void only_the_engine_knows_the_scheduler() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".platform.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.kagkarlsson..")
        .because("features submit work, they do not schedule it")
        .check(CLASSES);
  }

  @Test
  void only_the_limits_know_their_library() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".platform.ratelimit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.github.bucket4j..")
        .because("who is counted how is decided in one place")
        .check(CLASSES);
  }

  @Test
  void only_observability_knows_the_libraries_of_metrics_and_traces() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".app.observability..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micrometer..", "io.opentelemetry..")
        .because("what is done should not be hidden by what is told of it")
        .check(CLASSES);
  }

  @Test
  void only_resources_and_the_room_for_http_speak_http() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "are neither resources, their filters and annotations, nor of the room http",
                type ->
                    !outermost(type).getSimpleName().endsWith("Resource")
                        && !type.isAnnotatedWith("jakarta.ws.rs.NameBinding")
                        && type.getMethods().stream()
                            .noneMatch(method ->
                                method.isAnnotatedWith(
                                    "org.jboss.resteasy.reactive.server.ServerRequestFilter"))
                        // The body of answers of resources, written while it is sent.
                        && !type.getSimpleName().equals("StreamedText")
                        && !type.getPackageName().startsWith(ROOT + ".platform.http")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..")
        .because("a resource only translates")
        .check(CLASSES);
  }

  @Test
  void filters_take_their_place_from_the_one_order() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(FilterOrder.class.getName())
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "register a filter with a number of their own",
                call ->
                    call.getTargetOwner().isEquivalentTo(Filters.class)
                        && call.getName().equals("register")))
        .because("two filters with one number run in any order; FilterOrder has a place for each")
        .check(CLASSES);
  }

  @Test
  void time_and_chance_come_in_from_outside() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".platform.runtime..")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "sleep or ask the system's clock",
                call ->
                    call.getTargetOwner().isEquivalentTo(Thread.class)
                            && call.getName().equals("sleep")
                        || call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system")))
        .orShould()
        .callConstructorWhere(
            DescribedPredicate.describe(
                "make a random generator",
                call -> call.getTargetOwner().isEquivalentTo(Random.class)))
        .because("tests let time pass by themselves, and print the seed of what is random")
        .check(CLASSES);
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }
}
