package io.yichuang.device.natives;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Libraries of the operating system, looked for by name as any program does (dlopen). None of them
 * ships with us. They stay loaded: several keep threads of their own.
 */
public final class SystemLibrary {
  private static final Logger log = LoggerFactory.getLogger(SystemLibrary.class);

  private SystemLibrary() {}

  /**
   * The first of these names that is installed.
   *
   * @param names file names for the system's own search, or absolute paths
   * @throws IOException when none is installed
   */
  @SuppressWarnings("restricted") // loading C is what this class is for
  public static SymbolLookup load(List<String> names) throws IOException {
    for (String name : names) {
      try {
        return SymbolLookup.libraryLookup(name, Arena.global());
      } catch (IllegalArgumentException e) {
        log.debug("{}: {}", name, e.getMessage());
      }
    }
    throw new IOException("not installed: " + String.join(", ", names));
  }
}
