package io.yichuang.simulator.bench;

import java.util.List;
import java.util.Map;

/** Papers that the simulators draw themselves, for those who have none at hand. */
public interface BenchPapers {

  /** All papers: each {@code id}, {@code name} (zh-CN), {@code nameEn}, {@code pages}. */
  List<Map<String, Object>> all();

  /**
   * A paper as PDF, one page a sheet.
   *
   * @throws BenchRefusal if there is no such paper
   */
  byte[] pdf(String id);

  /**
   * One sheet as it lies under a camera, as JPEG or PNG.
   *
   * @param page from 1
   * @throws BenchRefusal if there is no such paper or page
   */
  byte[] photo(String id, int page);
}
