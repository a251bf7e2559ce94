package org.lecturehighlights.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.lecturehighlights.architecture.RoomsTest.CLASSES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** How the rooms use the database. */
class DatabaseUseTest {
  private static final Set<Class<?>> OF_THE_DATABASE =
      Set.of(DataSource.class, EntityManager.class, Session.class, SessionFactory.class);

  /** Such queries never find their plan again: each is kept as another, until all are slow. */
  @Test
  void sql_is_never_given_a_class_of_results() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.<JavaCall<?>>describe(
                "createNativeQuery gets a class; name a mapping instead, or none",
                call ->
                    call.getName().equals("createNativeQuery")
                        && call.getTarget()
                            .getRawParameterTypes()
                            .getLast()
                            .isEquivalentTo(Class.class)
                        && call.getTarget().getRawParameterTypes().size() == 2))
        .check(CLASSES);
  }

  @Test
  void beans_of_the_database_are_looked_up_late() {
    constructors()
        .that()
        .areDeclaredInClassesThat(
            DescribedPredicate.describe(
                "are beans",
                type ->
                    type.isAnnotatedWith(ApplicationScoped.class)
                        || type.isAnnotatedWith(Singleton.class)))
        .should()
        .notHaveRawParameterTypes(
            DescribedPredicate.describe(
                "that the verbs without a database switch off",
                types ->
                    types.stream()
                        .anyMatch(type -> OF_THE_DATABASE.stream().anyMatch(type::isEquivalentTo))))
        .because("an observer of the container creates whoever takes one, natively at each verb")
        .check(CLASSES);
  }

  @Test
  void transactions_begin_in_services_and_at_the_engines_door_only() {
    methods()
        .that()
        .areAnnotatedWith(Transactional.class)
        .should()
        .beDeclaredInClassesThat(
            DescribedPredicate.describe(
                "are services or the state machine of stages",
                type ->
                    type.getSimpleName().endsWith("Service")
                        || type.getSimpleName().equals("StageStateMachine")))
        .because("one transaction per service method, never around a process, HTTP or storage")
        .check(CLASSES);
    classes().should().notBeAnnotatedWith(Transactional.class).check(CLASSES);
  }
}
