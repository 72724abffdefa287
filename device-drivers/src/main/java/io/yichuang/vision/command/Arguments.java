package io.yichuang.vision.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind the name of a command.
 *
 * @param files in their order
 * @param out of {@code -o}
 * @param pairs of {@code --pairs}
 */
record Arguments(List<Path> files, Optional<Path> out, Optional<Path> pairs) {

  /** The command line is wrong; the message says how. */
  static final class UsageException extends Exception {
    UsageException(String message) {
      super(message);
    }
  }

  static Arguments of(List<String> arguments) throws UsageException {
    var files = new ArrayList<Path>();
    var out = Optional.<Path>empty();
    var pairs = Optional.<Path>empty();
    for (var i = 0; i < arguments.size(); i++) {
      var each = arguments.get(i);
      switch (each) {
        case "-o", "--pairs" -> {
          if (++i == arguments.size()) {
            throw new UsageException(each + " wants a file");
          }
          var file = Optional.of(Path.of(arguments.get(i)));
          if (each.equals("-o")) {
            out = file;
          } else {
            pairs = file;
          }
        }
        case "--" -> {
          arguments.subList(i + 1, arguments.size()).forEach(name -> files.add(Path.of(name)));
          return new Arguments(files, out, pairs);
        }
        default -> {
          if (each.startsWith("-")) {
            throw new UsageException("unknown option " + each);
          }
          files.add(Path.of(each));
        }
      }
    }
    return new Arguments(files, out, pairs);
  }
}
