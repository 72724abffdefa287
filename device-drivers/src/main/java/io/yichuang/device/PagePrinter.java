package io.yichuang.device;

/** An A4 printer that takes PDF. */
public interface PagePrinter extends Device {
  /** Prints a document; {@code Done} only when the printer says that the job is completed. */
  Outcome<Printed> print(PageJob job, JobId id, Call call);

  /**
   * A document to print. Personal.
   *
   * @param pdf the whole document
   * @param pages sheets it needs
   */
  record PageJob(byte[] pdf, int pages) {
    @Override
    public String toString() {
      return "PageJob[" + pages + " pages]";
    }
  }
}
