package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.catalogue.CatalogueStore;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.submission.PrintJobs.Paper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Papers whose fate nobody knows, because the printer did not say or the terminal stopped, and
 * certificates that came after their owner had left: the citizen is asked, and only then is
 * anything printed. Blocks.
 */
@Service
public class Reprints {
  private final PrintJobs jobs;
  private final Papers papers;
  private final CatalogueStore catalogue;
  private final Journal journal;

  Reprints(PrintJobs jobs, Papers papers, CatalogueStore catalogue, Journal journal) {
    this.journal = journal;
    this.jobs = jobs;
    this.papers = papers;
    this.catalogue = catalogue;
  }

  /** What is known of a paper that may be missing. */
  public enum Kind {
    /** A receipt that may have come out. */
    RECEIPT,
    /** A certificate that may have come out. */
    CERTIFICATE,
    /** A certificate that never came out: the network was down, or the printer. */
    OWED
  }

  /**
   * A paper of this terminal that its citizen may lack.
   *
   * @param job the last print job of the submission
   * @param printable whether it may be printed here and now
   * @param level that its citizen, who is known already, must still reach for it; else null
   */
  public record Doubt(
      CaseFile file,
      String job,
      Kind kind,
      boolean printable,
      ServiceItem.@Nullable Assurance level) {
    @Override
    public String toString() {
      return "Doubt[" + kind + ", " + job + "]";
    }
  }

  /**
   * Whether the last paper of a case is in doubt, or its certificate still owed.
   *
   * @param level how surely the citizen is known now; empty if not at all. A certificate is for
   *     nobody else than its owner: it needs the level of its item; a receipt names nobody in full.
   */
  public Optional<Doubt> of(CaseFile file, Optional<ServiceItem.Assurance> level) {
    String number = file.terminalNumber();
    boolean certificate = template(file).isPresent() && file.licence() != null;
    var needed = item(file).map(ServiceItem::assurance);
    boolean owner =
        needed.flatMap(least -> level.filter(known -> known.compareTo(least) >= 0)).isPresent();
    var missing = level.isPresent() && !owner && certificate ? needed.orElse(null) : null;
    Optional<PrintJobs.Job> uncertain = jobs.uncertain(number);
    if (uncertain.isPresent()) {
      String job = uncertain.get().id();
      return Optional.of(
          template(file).isEmpty() || uncertain.get().receipt()
              ? new Doubt(file, job, Kind.RECEIPT, true, null)
              : new Doubt(file, job, Kind.CERTIFICATE, certificate && owner, missing));
    }
    return certificate && level.isPresent() && journal.has(number) && jobs.owed(number)
        ? Optional.of(new Doubt(file, jobs.next(number), Kind.OWED, owner, missing))
        : Optional.empty();
  }

  /** Prints it again; the citizen has said so. */
  public Paper print(Doubt doubt) {
    if (!doubt.printable()) {
      throw new IllegalArgumentException("not for whoever stands here: " + doubt);
    }
    CaseFile file = doubt.file();
    String job = jobs.next(file.terminalNumber());
    var template = template(file);
    var licence = file.licence();
    return doubt.kind() != Kind.RECEIPT && template.isPresent() && licence != null
        ? papers.certificate(template.get(), licence, job)
        : papers.copy(file, job);
  }

  /** The citizen has the paper: it is not asked again. */
  public void settle(Doubt doubt) {
    jobs.settle(doubt.job());
  }

  private Optional<ServiceItem> item(CaseFile file) {
    return catalogue.current().item(file.item());
  }

  private Optional<ServiceItem.CertificateTemplate> template(CaseFile file) {
    return item(file).flatMap(ServiceItem::certificate);
  }
}
