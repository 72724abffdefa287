package io.yichuang.device.scan;

import io.yichuang.device.DocumentScanner.ScanJob;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The XML of eSCL (Mopria Alliance, eSCL Technical Specification): pure, without outside entities.
 */
final class EsclXml {
  /** Deeper than any eSCL document. */
  private static final int MAX_DEPTH = 64;

  private EsclXml() {}

  /**
   * One way to scan.
   *
   * @param colorModes such as {@code RGB24}
   * @param formats such as {@code image/jpeg}
   * @param resolutions dots per inch, discrete; empty where a range or nothing is given
   * @param minResolution of the range, 0 where there is none
   * @param maxResolution of the range, 0 where there is none
   * @param maxWidth in 1/300 inch, 0 where not told
   * @param maxHeight in 1/300 inch, 0 where not told
   */
  record InputCaps(
      List<String> colorModes,
      List<String> formats,
      List<Integer> resolutions,
      int minResolution,
      int maxResolution,
      int maxWidth,
      int maxHeight) {
    boolean allows(int resolution) {
      return (resolutions.isEmpty() && maxResolution == 0)
          || resolutions.contains(resolution)
          || (resolution >= minResolution && resolution <= maxResolution);
    }
  }

  /** What a scanner can do; null for what it has not. */
  record Capabilities(
      String version,
      String makeAndModel,
      @Nullable InputCaps platen,
      @Nullable InputCaps simplex,
      @Nullable InputCaps duplex) {
    @Nullable InputCaps of(ScanJob.Source source) {
      return switch (source) {
        case PLATEN -> platen;
        case FEEDER -> simplex;
        case FEEDER_DUPLEX -> duplex;
      };
    }
  }

  /**
   * What a scanner says of itself.
   *
   * @param state such as {@code Idle}
   * @param adfState such as {@code ScannerAdfLoaded}, empty where there is no feeder
   * @param jobs the jobs it remembers
   */
  record Status(String state, String adfState, List<Job> jobs) {}

  /** One job of the status. */
  record Job(String uri, String state, String reason) {}

  /** Bytes that are not the document that was asked for. */
  static final class BadXml extends Exception {
    BadXml(String why) {
      super(why);
    }
  }

  static Capabilities capabilities(byte[] xml) throws BadXml {
    var found = new CapabilitiesReader();
    walk(xml, "ScannerCapabilities", found);
    return new Capabilities(
        found.version,
        found.makeAndModel,
        found.platen.built(),
        found.simplex.built(),
        found.duplex.built());
  }

  static Status status(byte[] xml) throws BadXml {
    var found = new StatusReader();
    walk(xml, "ScannerStatus", found);
    return new Status(found.state, found.adfState, List.copyOf(found.jobs));
  }

  /** Takes the text of every element, by its path of local names. */
  private interface Visitor {
    void leaf(List<String> path, String text);

    default void end(String element) {}
  }

  private static void walk(byte[] xml, String root, Visitor visitor) throws BadXml {
    List<String> path = new ArrayList<>();
    var text = new StringBuilder();
    try {
      XMLStreamReader in = factory().createXMLStreamReader(new StringReader(text(xml)));
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (path.isEmpty() && !in.getLocalName().equals(root)) {
              throw new BadXml("the root is " + in.getLocalName() + ", not " + root);
            }
            if (path.size() == MAX_DEPTH) {
              throw new BadXml("elements nested more than " + MAX_DEPTH + " deep");
            }
            path.add(in.getLocalName());
            text.setLength(0);
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            visitor.leaf(path, text.toString().strip());
            visitor.end(in.getLocalName());
            text.setLength(0);
            path.removeLast();
          }
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw new BadXml("not XML: " + String.valueOf(e.getMessage()).replace('\n', ' '));
    }
  }

  /** Decoded here, because the JDK's parser prints wrong bytes to the console. */
  private static String text(byte[] xml) throws BadXml {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BadXml("not XML: bytes that are not UTF-8");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  private static final class Caps {
    private boolean seen;
    private final TreeSet<String> colorModes = new TreeSet<>();
    private final TreeSet<String> formats = new TreeSet<>();
    private final TreeSet<Integer> resolutions = new TreeSet<>();
    private int min;
    private int max;
    private int width;
    private int height;

    private void leaf(List<String> path, String text) {
      seen = true;
      switch (path.getLast()) {
        case "ColorMode" -> colorModes.add(text);
        case "DocumentFormat", "DocumentFormatExt" -> formats.add(text);
        case "MaxWidth" -> width = number(text);
        case "MaxHeight" -> height = number(text);
        case "XResolution" -> {
          if (path.contains("DiscreteResolution")) {
            resolutions.add(number(text));
          }
        }
        case "Min" -> {
          if (path.contains("XResolutionRange")) {
            min = number(text);
          }
        }
        case "Max" -> {
          if (path.contains("XResolutionRange")) {
            max = number(text);
          }
        }
        default -> {}
      }
    }

    private @Nullable InputCaps built() {
      return seen
          ? new InputCaps(
              List.copyOf(colorModes),
              List.copyOf(formats),
              List.copyOf(resolutions),
              min,
              max,
              width,
              height)
          : null;
    }
  }

  private static final class CapabilitiesReader implements Visitor {
    private String version = "";
    private String makeAndModel = "";
    private final Caps platen = new Caps();
    private final Caps simplex = new Caps();
    private final Caps duplex = new Caps();

    @Override
    public void leaf(List<String> path, String text) {
      if (path.contains("PlatenInputCaps")) {
        platen.leaf(path, text);
      } else if (path.contains("AdfSimplexInputCaps")) {
        simplex.leaf(path, text);
      } else if (path.contains("AdfDuplexInputCaps")) {
        duplex.leaf(path, text);
      } else if (path.size() == 2 && path.getLast().equals("Version")) {
        version = text;
      } else if (path.size() == 2 && path.getLast().equals("MakeAndModel")) {
        makeAndModel = text;
      }
    }
  }

  private static final class StatusReader implements Visitor {
    private String state = "";
    private String adfState = "";
    private String jobUri = "";
    private String jobState = "";
    private String jobReason = "";
    private final List<Job> jobs = new ArrayList<>();

    @Override
    public void leaf(List<String> path, String text) {
      switch (path.getLast()) {
        case "State" -> state = path.size() == 2 ? text : state;
        case "AdfState" -> adfState = text;
        case "JobUri" -> jobUri = text;
        case "JobState" -> jobState = text;
        case "JobStateReason" -> jobReason = jobReason.isEmpty() ? text : jobReason;
        default -> {}
      }
    }

    @Override
    public void end(String element) {
      if (element.equals("JobInfo")) {
        jobs.add(new Job(jobUri, jobState, jobReason));
        jobUri = "";
        jobState = "";
        jobReason = "";
      }
    }
  }
}
