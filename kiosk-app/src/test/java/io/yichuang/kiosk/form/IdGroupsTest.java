package io.yichuang.kiosk.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdGroupsTest {
  @ParameterizedTest
  @CsvSource({
    "'',''",
    "5,5",
    "500119,500119",
    "5001191,500119 1",
    "50011919900307,500119 19900307",
    "500119199003071,500119 19900307 1",
    "50011919900307123X,500119 19900307 123X",
    "USA110000000123,USA110000000123",
    "50011919900307123X99,500119 19900307 123X99"
  })
  void the_groups_are_region_birth_and_the_rest(String number, String grouped) {
    assertThat(IdGroups.grouped(number)).isEqualTo(grouped);
  }
}
