package io.yichuang.kiosk.draft;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.journey.Answer;
import io.yichuang.kiosk.journey.Collected;
import io.yichuang.kiosk.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drafts on this terminal's disk, one for a person and an item, each sealed and gone after some
 * days. Who may see one is not decided here: ask only for somebody who has proven who it is.
 */
@Repository
public class Drafts {
  private static final Logger log = LoggerFactory.getLogger(Drafts.class);

  /** Some hundred pages; a larger stack is fed anew, which takes a minute. */
  private static final long MOST_PAGE_BYTES = 64_000_000;

  /** A page's size on paper, without its picture. */
  private record Sheet(String material, float widthPoints, float heightPoints) {}

  private record Content(Map<String, Answer> answers, List<Sheet> sheets) {
    @Override
    public String toString() {
      return "Content";
    }
  }

  private final JdbcClient jdbc;
  private final Vault vault;
  private final JsonMapper json;
  private final Clock clock;
  private final int days;

  Drafts(JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock, KioskProperties properties) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.json = json;
    this.clock = clock;
    this.days = properties.draftDays();
  }

  /** The last day of a draft that is kept now; empty if this terminal keeps none. */
  Optional<LocalDate> until() {
    return days == 0 ? Optional.empty() : Optional.of(LocalDate.now(clock).plusDays(days));
  }

  /** Writes a draft in place of the one before; on disk when this returns. */
  @Transactional
  public void keep(String idNumber, Draft draft) {
    String owner = vault.blind(idNumber);
    delete(owner, draft.item());
    var sheets = new ArrayList<Sheet>();
    var pictures = new ArrayList<byte[]>();
    if (bytes(draft) <= MOST_PAGE_BYTES) {
      draft
          .pages()
          .forEach((material, pages) ->
              pages.forEach(page -> {
                sheets.add(new Sheet(material, page.widthPoints(), page.heightPoints()));
                pictures.add(page.jpeg());
              }));
    }
    byte[] content = json.writeValueAsBytes(new Content(draft.answers(), sheets));
    jdbc.sql("insert into draft (owner, item, kept_at, content) values (?, ?, ?, ?)")
        .params(
            owner,
            draft.item(),
            draft.keptAt().toEpochMilli(),
            vault.seal(place(owner, draft.item()), content))
        .update();
    for (int i = 0; i < pictures.size(); i++) {
      jdbc.sql("insert into draft_page (owner, item, number, content) values (?, ?, ?, ?)")
          .params(
              owner,
              draft.item(),
              i,
              vault.seal(place(owner, draft.item()) + "/" + i, pictures.get(i)))
          .update();
    }
  }

  private static long bytes(Draft draft) {
    return draft.pages().values().stream()
        .flatMap(List::stream)
        .mapToLong(page -> page.jpeg().length)
        .sum();
  }

  /** What this person had done of this item; nothing that is too old, or cannot be opened. */
  @Transactional
  public Optional<Draft> find(String idNumber, String item) {
    expire();
    String owner = vault.blind(idNumber);
    try {
      return jdbc.sql("select kept_at, content from draft where owner = ? and item = ?")
          .params(owner, item)
          .query((row, n) ->
              opened(
                  owner,
                  item,
                  Instant.ofEpochMilli(row.getLong("kept_at")),
                  row.getBytes("content")))
          .optional();
    } catch (IllegalStateException | JacksonException | IncorrectResultSizeDataAccessException e) {
      // Another key, a page that is not there, or a program that wrote otherwise. What the message
      // of a parser says may be personal.
      log.error("a draft of {} cannot be opened: {}; it is dropped", item, e.getClass().getName());
      delete(owner, item);
      return Optional.empty();
    }
  }

  private Draft opened(String owner, String item, Instant keptAt, byte[] sealed) {
    byte[] plain = vault.open(place(owner, item), sealed);
    var content = json.readValue(new String(plain, StandardCharsets.UTF_8), Content.class);
    var pages = new LinkedHashMap<String, List<Collected.Page>>();
    for (int i = 0; i < content.sheets().size(); i++) {
      Sheet sheet = content.sheets().get(i);
      pages
          .computeIfAbsent(sheet.material(), _ -> new ArrayList<>())
          .add(
              new Collected.Page(
                  picture(owner, item, i), sheet.widthPoints(), sheet.heightPoints(), null));
    }
    return new Draft(item, keptAt, content.answers(), pages);
  }

  private byte[] picture(String owner, String item, int number) {
    return jdbc.sql("select content from draft_page where owner = ? and item = ? and number = ?")
        .params(owner, item, number)
        .query((row, n) -> vault.open(place(owner, item) + "/" + number, row.getBytes("content")))
        .single();
  }

  /** It was submitted, or is not wanted any more. */
  @Transactional
  public void forget(String idNumber, String item) {
    delete(vault.blind(idNumber), item);
  }

  private void delete(String owner, String item) {
    for (String table : List.of("draft_page", "draft")) {
      jdbc.sql("delete from " + table + " where owner = ? and item = ?")
          .params(owner, item)
          .update();
    }
  }

  /** Those that nobody came back for; all of them, if none are kept any more. */
  @Scheduled(fixedRateString = "PT1H")
  @Transactional
  public void expire() {
    long before = clock.instant().minus(Duration.ofDays(days)).toEpochMilli();
    jdbc.sql(
            "delete from draft_page where (owner, item) in"
                + " (select owner, item from draft where kept_at <= ?)")
        .param(before)
        .update();
    int gone = jdbc.sql("delete from draft where kept_at <= ?").param(before).update();
    if (gone > 0) {
      log.info("{} drafts were too old", gone);
    }
  }

  private static String place(String owner, String item) {
    return "draft/" + owner + "/" + item;
  }
}
