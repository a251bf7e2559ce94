package org.lecturehighlights.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FilterOrderTest {
  @Test
  void every_place_in_the_order_is_taken_by_one_filter() {
    JavaClass order =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.lecturehighlights")
            .get(FilterOrder.class);
    assertThat(
            order.getFieldAccessesToSelf().stream()
                .filter(access -> !access.getOriginOwner().equals(order))
                .map(JavaFieldAccess::getName)
                .filter(name -> name.matches("[A-Z_]+")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FilterOrder.values()).map(Enum::name).toList());
  }
}
