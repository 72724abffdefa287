package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.catalogue.CatalogueStore;
import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.submission.PrintJobs.Paper;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Papers whose fate nobody knows, because the printer did not say or the terminal stopped: the
 * citizen is asked, and only then is anything printed again. Blocks.
 */
@Service
public class Reprints {
  private final PrintJobs jobs;
  private final Papers papers;
  private final CatalogueStore catalogue;

  Reprints(PrintJobs jobs, Papers papers, CatalogueStore catalogue) {
    this.jobs = jobs;
    this.papers = papers;
    this.catalogue = catalogue;
  }

  /**
   * A paper of this terminal that may have come out.
   *
   * @param certificate a certificate, else a receipt
   * @param printable whether it may be printed again here and now
   */
  public record Doubt(CaseFile file, String job, boolean certificate, boolean printable) {
    @Override
    public String toString() {
      return "Doubt[" + job + "]";
    }
  }

  /**
   * Whether the last paper of a case is in doubt.
   *
   * @param level how surely the citizen is known now; empty if not at all. A certificate is for
   *     nobody else than its owner: it needs the level of its item; a receipt names nobody in full.
   */
  public Optional<Doubt> of(CaseFile file, Optional<ServiceItem.Assurance> level) {
    return jobs.uncertain(file.terminalNumber())
        .map(job -> {
          boolean certificate = template(file).isPresent();
          boolean owner =
              item(file)
                  .flatMap(item -> level.filter(known -> known.compareTo(item.assurance()) >= 0))
                  .isPresent();
          boolean printable = !certificate || (owner && file.licence() != null);
          return new Doubt(file, job, certificate, printable);
        });
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
    return template.isPresent() && licence != null
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
