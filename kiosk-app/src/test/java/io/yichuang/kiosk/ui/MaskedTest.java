package io.yichuang.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {
  @ParameterizedTest
  @CsvSource({"王小英,王＊英", "周强,周＊", "欧阳文山,欧＊＊山", "王,＊", "'',''", "𠮷小英,𠮷＊英"})
  void a_name_keeps_its_first_and_last_character(String name, String masked) {
    assertThat(Masked.name(name)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({"500119199001011234,500***********1234", "1234567,*******", "'',''"})
  void a_number_keeps_three_and_four(String number, String masked) {
    assertThat(Masked.id(number)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({"13812345678,138****5678", "110,***"})
  void a_phone_keeps_three_and_four(String number, String masked) {
    assertThat(Masked.phone(number)).isEqualTo(masked);
  }
}
