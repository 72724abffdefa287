package io.yichuang.kiosk.document;

import io.yichuang.kiosk.catalogue.LocalText;
import io.yichuang.kiosk.catalogue.ServiceItem.CertificateTemplate;
import io.yichuang.kiosk.platform.Licence;
import io.yichuang.kiosk.ui.Texts;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Service;

/** Lays a licence's data out by its item's template: one A4 sheet, PDF/A-2b. */
@Service
public class Certificates {
  private static final float LEFT = 25;
  private static final float RIGHT = 185;
  private static final float LABEL_WIDTH = 45;
  private static final float ROW = 11;

  private final Fonts fonts;
  private final Texts texts;
  private final Clock clock;
  private final ReentrantLock one = new ReentrantLock();

  Certificates(Fonts fonts, Texts texts, Clock clock) {
    this.fonts = fonts;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * The document. Certificates are in Chinese, whatever the language of the screen.
   *
   * @throws IOException if a character is in none of the fonts, so that no box is ever printed
   */
  public byte[] pdf(CertificateTemplate template, Licence licence) throws IOException {
    one.lock();
    try (var sheet = new Sheet(fonts, zh(template.title()), ZonedDateTime.now(clock))) {
      sheet.centred(42, zh(template.title()), 24, Sheet.Weight.BOLD);
      sheet.line(LEFT, 49, RIGHT, 49, 1.2f);
      sheet.text(LEFT, 57, text("document.number", licence.number()), 9.5f, Sheet.Weight.REGULAR);
      String issued = text("document.issued", day(licence.issuedOn()));
      sheet.text(
          RIGHT - sheet.width(issued, 9.5f, Sheet.Weight.REGULAR),
          57,
          issued,
          9.5f,
          Sheet.Weight.REGULAR);
      float y = rows(sheet, template, licence, 72);
      y = table(sheet, template, licence, y + 6);
      y = sheet.paragraph(LEFT, y + 8, RIGHT - LEFT, zh(template.statement()), 11.5f);
      foot(sheet, licence, Math.max(y + 10, 205));
      return sheet.finish();
    } finally {
      one.unlock();
    }
  }

  private static float rows(Sheet sheet, CertificateTemplate template, Licence licence, float top)
      throws IOException {
    float y = top;
    for (CertificateTemplate.Row row : template.rows()) {
      sheet.text(LEFT, y, zh(row.label()), 12, Sheet.Weight.REGULAR);
      String value = known(licence.fields(), row.field());
      float next = sheet.paragraph(LEFT + LABEL_WIDTH, y, RIGHT - LEFT - LABEL_WIDTH, value, 12);
      y = Math.max(y + ROW, next + ROW - 7.2f);
      sheet.line(LEFT, y - 7, RIGHT, y - 7, 0.3f);
    }
    return y;
  }

  /** An official paper has no blanks. */
  private static String known(Map<?, ?> fields, String field) throws IOException {
    if (fields.get(field) instanceof String value && !value.isBlank()) {
      return value;
    }
    throw new IOException("the licence lacks " + field);
  }

  private static float table(Sheet sheet, CertificateTemplate template, Licence licence, float top)
      throws IOException {
    var table = template.table();
    if (table == null) {
      return top;
    }
    if (!(licence.fields().get(table.field()) instanceof List<?> rows)) {
      throw new IOException("the licence lacks " + table.field());
    }
    // The first column holds a name, the others short values.
    float width = (RIGHT - LEFT) / (table.columns().size() + 1);
    float y = top;
    sheet.line(LEFT, y - 6, RIGHT, y - 6, 0.8f);
    for (int i = 0; i < table.columns().size(); i++) {
      sheet.text(
          LEFT + (i == 0 ? 0 : i + 1) * width + 2,
          y,
          zh(table.columns().get(i).label()),
          11,
          Sheet.Weight.BOLD);
    }
    sheet.line(LEFT, y + 3, RIGHT, y + 3, 0.8f);
    for (Object row : rows) {
      y += 9;
      for (int i = 0; i < table.columns().size(); i++) {
        String field = table.columns().get(i).field();
        String value = row instanceof Map<?, ?> map ? known(map, field) : "";
        sheet.text(LEFT + (i == 0 ? 0 : i + 1) * width + 2, y, value, 11, Sheet.Weight.REGULAR);
      }
      sheet.line(LEFT, y + 3, RIGHT, y + 3, 0.3f);
    }
    return y + 4;
  }

  private void foot(Sheet sheet, Licence licence, float top) throws IOException {
    sheet.qr(LEFT - 4, top, 40, licence.verification());
    float beside = LEFT + 40;
    sheet.text(beside, top + 12, text("document.verify"), 10.5f, Sheet.Weight.BOLD);
    sheet.text(beside, top + 19, text("document.verify.how"), 9.5f, Sheet.Weight.REGULAR);
    LocalDate until = licence.validUntil();
    if (until != null) {
      sheet.text(
          beside, top + 26, text("document.valid-until", day(until)), 9.5f, Sheet.Weight.REGULAR);
    }
    String office = zh(licence.issuer());
    float officeWidth = sheet.width(office, 12, Sheet.Weight.REGULAR);
    sheet.text(RIGHT - officeWidth, top + 19, office, 12, Sheet.Weight.REGULAR);
    String day = day(licence.issuedOn());
    sheet.text(
        RIGHT - sheet.width(day, 12, Sheet.Weight.REGULAR),
        top + 28,
        day,
        12,
        Sheet.Weight.REGULAR);
    Seal.draw(sheet, RIGHT - officeWidth / 2 - 2, top + 19, office);
    sheet.text(LEFT, 285, text("document.foot"), 8, Sheet.Weight.REGULAR);
  }

  private static String zh(LocalText text) {
    return text.zh();
  }

  private String day(LocalDate date) {
    return text(
        "document.day",
        Integer.toString(date.getYear()),
        date.getMonthValue(),
        date.getDayOfMonth());
  }

  private String text(String key, Object... values) {
    return texts.getTranslation(key, Locale.SIMPLIFIED_CHINESE, values);
  }
}
