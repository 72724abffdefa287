package io.yichuang.kiosk.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text a person sees: the features' bundles {@code texts.properties} (Chinese) and {@code
 * texts_en.properties}, read once. Arguments are {@link MessageFormat}'s, so an apostrophe in a
 * text is written twice where the text has arguments. A key stands in one bundle only.
 */
@Component
public final class Texts implements I18NProvider {
  private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
  private static final String PATTERN = "classpath*:io/yichuang/kiosk/*/";

  private final Map<String, String> chinese;
  private final Map<String, String> english;
  private final boolean strict;

  /**
   * Reads all bundles.
   *
   * @param strict a missing key is an error, not a mark on the page
   */
  public Texts(@Value("${kiosk.texts.strict:false}") boolean strict) {
    this.strict = strict;
    chinese = load(PATTERN + "texts.properties");
    english = load(PATTERN + "texts_en.properties");
  }

  private static Map<String, String> load(String pattern) {
    Map<String, String> all = new HashMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        var bundle = new Properties();
        try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          bundle.load(in);
        }
        for (String key : bundle.stringPropertyNames()) {
          if (all.put(key, bundle.getProperty(key)) != null) {
            throw new IllegalStateException("text " + key + " stands in two bundles: " + file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(all);
  }

  @Override
  public List<Locale> getProvidedLocales() {
    return List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
  }

  @Override
  public String getTranslation(String key, Locale locale, Object... params) {
    String text = of(locale).get(key);
    if (text == null) {
      if (strict) {
        throw new IllegalArgumentException("no text " + key + " for " + locale);
      }
      LOG.error("no text {} for {}", key, locale);
      return "!" + key + "!";
    }
    return params.length == 0 ? text : new MessageFormat(text, locale).format(params);
  }

  /** All texts of a language by key. */
  public Map<String, String> of(Locale locale) {
    return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? english : chinese;
  }
}
