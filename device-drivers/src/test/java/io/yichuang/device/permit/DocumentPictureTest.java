package io.yichuang.device.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.yichuang.device.TravelDocument;
import io.yichuang.device.permit.DocumentPicture.None;
import io.yichuang.device.permit.DocumentPicture.Read;
import io.yichuang.device.permit.DocumentPicture.Reading;
import io.yichuang.device.permit.DocumentPicture.Unreadable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents drawn with a known zone, as a camera sees them; read by the real models. */
class DocumentPictureTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final long SEED = 4;

  private static DocumentPicture pictures;

  @BeforeAll
  static void load() {
    pictures = DocumentPicture.load();
  }

  @AfterAll
  static void close() {
    pictures.close();
  }

  private static List<String> zone(int form) {
    return MrzTest.specimens().get(form);
  }

  private static Reading read(DrawnDocument drawn) throws IOException {
    return pictures.read(drawn.jpeg(SEED), TODAY);
  }

  private static TravelDocument truth(int form) {
    return ((Mrz.Read) Mrz.read(zone(form), TODAY)).document();
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 8", "1, 180, 0", "2, -4, 8", "3, 178, 8", "0, 90, 0"})
  void the_zone_is_read_field_by_field_however_the_document_lies(
      int form, double degrees, int noise) throws Exception {
    Reading reading = read(new DrawnDocument(zone(form), degrees, noise, 0));
    assertThat(reading).isEqualTo(new Read(truth(form)));
    assertThat(reading.toString()).doesNotContain("ERIKSSON", "CA000");
  }

  @ParameterizedTest
  @CsvSource({"0", "3"})
  void a_zone_with_a_wrong_check_digit_is_refused(int form) throws Exception {
    var rows = new ArrayList<>(zone(form));
    String last = rows.removeLast();
    rows.add(last.substring(0, last.length() - 1) + (last.endsWith("5") ? '7' : '5'));
    assertThat(read(new DrawnDocument(rows, 0, 0, 0)))
        .isEqualTo(new Unreadable("the check digit of composite"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.3", "2, 0.25"})
  void a_zone_that_is_partly_outside_the_picture_is_refused(int form, double cut) throws Exception {
    assertThat(read(new DrawnDocument(zone(form), 0, 0, cut))).isInstanceOf(Unreadable.class);
  }

  @Test
  void a_page_without_a_zone_has_none_and_what_is_no_picture_is_told() throws Exception {
    assertThat(read(new DrawnDocument(List.of(), 0, 0, 0))).isEqualTo(new None());
    assertThat(pictures.read(new byte[] {1, 2, 3}, TODAY))
        .isEqualTo(new Unreadable("neither JPEG nor PNG"));
  }
}
