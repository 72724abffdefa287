package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.catalogue.ServiceItem;
import io.yichuang.kiosk.document.Certificates;
import io.yichuang.kiosk.platform.CaseFile;
import io.yichuang.kiosk.platform.Licence;
import io.yichuang.kiosk.submission.PrintJobs.Paper;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The paper that goes with a submission: its receipt, or the certificate that came of it. Blocks.
 */
@Component
class Papers {
  private static final Logger log = LoggerFactory.getLogger(Papers.class);

  private final PrintJobs jobs;
  private final ReceiptPaper receipts;
  private final Certificates certificates;

  Papers(PrintJobs jobs, ReceiptPaper receipts, Certificates certificates) {
    this.jobs = jobs;
    this.receipts = receipts;
    this.certificates = certificates;
  }

  /**
   * Prints it.
   *
   * @param attempt 1, or more when the citizen says that nothing came
   */
  Paper print(Order order, Submissions.Submitted submitted, int attempt) {
    String job = submitted.terminalNumber() + "." + attempt;
    Optional<ServiceItem.CertificateTemplate> template = order.item().certificate();
    Optional<Licence> licence =
        submitted.made().flatMap(made -> Optional.ofNullable(made.licence()));
    return template.isPresent() && licence.isPresent()
        ? certificate(template.get(), licence.get(), job)
        : jobs.receipt(receipts.of(order, submitted), job);
  }

  /** Prints a certificate. */
  Paper certificate(ServiceItem.CertificateTemplate template, Licence licence, String job) {
    try {
      return jobs.pages(certificates.pdf(template, licence), 1, job);
    } catch (IOException e) {
      log.error("certificate {} cannot be laid out: {}", job, e.getMessage());
      return new Paper.None("submission.paper.trouble", "");
    }
  }

  /** Prints a receipt from what the platform knows of a case. */
  Paper copy(CaseFile file, String job) {
    return jobs.receipt(receipts.copy(file), job);
  }

  /** The receipt's own case, for the phone instead of paper. */
  static Optional<String> code(Submissions.Submitted submitted) {
    return submitted.made().map(CaseFile::code);
  }
}
