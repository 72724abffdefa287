package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.catalogue.AnswerSource;
import io.yichuang.kiosk.catalogue.MaterialRule.Means;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.vault.Vault;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of a terminal that must lose nothing, without screens: a process to be killed. With the
 * argument {@value #DRAIN} it only hands over what waits, and ends; else it journals submissions of
 * an invented citizen and tells each number on standard output once the journal has it.
 */
public final class Submitter {
  static final String DRAIN = "drain";

  /** Begins each line that acknowledges a number. */
  static final String JOURNALLED = "journalled ";

  static final String ITEM = "SB-CB-01";

  /** Of the simulators' people. */
  static final String NAME = "王小英";

  static final String ID_NUMBER = "50011919840612002X";

  /** More than can be reached before the kill; ends a process whose test is gone. */
  private static final int MOST = 5_000;

  /** Of a round of 20: more than ever waits here. */
  private static final int MOST_ROUNDS = 1_000;

  /** As a scan of two pages, scaled down: transactions must be longer than a page of SQLite. */
  private static final int PDF_BYTES = 50_000;

  private final Journal journal;
  private final HandOver handOver;
  private final JsonMapper json;
  private final Clock clock;
  private final PrintStream out;

  private Submitter(
      Journal journal, HandOver handOver, JsonMapper json, Clock clock, PrintStream out) {
    this.journal = journal;
    this.handOver = handOver;
    this.json = json;
    this.clock = clock;
    this.out = out;
  }

  /**
   * Data source, migration and transactions as the terminal's own configuration makes them. No
   * stereotype stands here, so that a scan of the whole terminal does not find this class.
   */
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class
  })
  @EnableConfigurationProperties(KioskProperties.class)
  @ComponentScan(basePackageClasses = Platform.class)
  @Import({Vault.class, Journal.class})
  static class Wiring {
    @Bean
    Clock clock(KioskProperties properties) {
      return Clock.system(properties.terminal().zone());
    }

    /** A minute ahead, so that a round does not leave the last half minute to the citizens. */
    @Bean
    HandOver handOver(Journal journal, Platform platform, Clock clock, JsonMapper json) {
      return new HandOver(
          journal,
          platform,
          Clock.offset(clock, Duration.ofMinutes(1)),
          json,
          Duration.ofSeconds(30));
    }
  }

  public static void main(String[] args) {
    var application = new SpringApplication(Wiring.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    try (var context = application.run(args);
        var out =
            new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      var submitter =
          new Submitter(
              context.getBean(Journal.class),
              context.getBean(HandOver.class),
              context.getBean(JsonMapper.class),
              context.getBean(Clock.class),
              out);
      if (Arrays.asList(args).contains(DRAIN)) {
        submitter.drain();
      } else {
        submitter.submit();
      }
    }
  }

  /**
   * How long each of many submissions takes until it is on disk.
   *
   * @param arguments of a terminal: its folders and its platform
   * @return nanoseconds, in order
   */
  public static long[] pace(int count, String... arguments) {
    var application = new SpringApplication(Wiring.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    try (var context = application.run(arguments);
        var nowhere = new PrintStream(OutputStream.nullOutputStream())) {
      var submitter =
          new Submitter(
              context.getBean(Journal.class),
              context.getBean(HandOver.class),
              context.getBean(JsonMapper.class),
              context.getBean(Clock.class),
              nowhere);
      var random = new Random(count);
      long[] nanos = new long[count];
      for (int i = 0; i < count; i++) {
        var attachments = attachments(random);
        long start = System.nanoTime();
        submitter.journal.write(ITEM, submitter::body, attachments);
        nanos[i] = System.nanoTime() - start;
      }
      return nanos;
    }
  }

  private void drain() {
    for (int i = 0;
        i < MOST_ROUNDS
            && journal.waiting(1_000, java.time.Instant.ofEpochMilli(Long.MAX_VALUE)).size() > 0;
        i++) {
      handOver.round();
    }
  }

  private void submit() {
    var random = new Random(clock.millis());
    handOver.round();
    for (int i = 0; i < MOST; i++) {
      String number = journal.write(ITEM, this::body, attachments(random));
      out.println(JOURNALLED + number);
      switch (i % 3) {
        case 0 -> handOver.now(number);
        case 1 -> handOver.round();
        default -> {
          // Waits for a round, or for the process after the kill.
        }
      }
    }
  }

  private static byte[] strokes() {
    return ("{\"strokes\":[],\"by\":\"" + NAME + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  private static List<Journal.Attachment> attachments(Random random) {
    byte[] pdf = new byte[PDF_BYTES];
    random.nextBytes(pdf);
    byte[] head = ("%PDF-1.7 " + NAME + " " + ID_NUMBER).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, pdf, 0, head.length);
    return List.of(
        new Journal.Attachment(Journal.Attachment.sha256(strokes()), "application/json", strokes()),
        new Journal.Attachment(Journal.Attachment.sha256(pdf), "application/pdf", pdf));
  }

  private byte[] body(String number) {
    Instant now = clock.instant();
    return json.writeValueAsBytes(
        new SubmissionBody(
            number,
            ITEM,
            "1",
            "hall",
            "NC-0001",
            "0.1.0",
            "500119",
            "zh",
            now,
            new SubmissionBody.Actor(
                NAME, ID_NUMBER, "示例路18号", LocalDate.of(1984, 6, 12), "2", "19900000001"),
            List.of(new SubmissionBody.Party("applicant", NAME, ID_NUMBER, true)),
            new SubmissionBody.Identity(List.of("card", "face"), "L2", now),
            List.of(),
            List.of(new SubmissionBody.AnswerEntry("period", "12", AnswerSource.TYPED, null)),
            List.of(
                new SubmissionBody.MaterialEntry("id-card", Means.CARD, null, null, null, now),
                new SubmissionBody.MaterialEntry(
                    "insurance", Means.SHARED, null, null, "social-insurance", now)),
            new SubmissionBody.SignatureEntry(Journal.Attachment.sha256(strokes()))));
  }
}
