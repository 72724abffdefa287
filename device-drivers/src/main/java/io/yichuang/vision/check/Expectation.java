package io.yichuang.vision.check;

import java.util.List;
import java.util.Set;

/**
 * What a material must say for the case; empty or 0 where nothing is asked.
 *
 * @param titles words by which the right form is known; one of them is enough
 * @param names persons and firms that must all be named
 * @param idNumbers of which one at least must stand there
 * @param creditCodes unified social credit codes, of which one at least must stand there
 * @param inForce it must not have run out
 * @param seal a red stamp is wanted
 * @param leastPages so many pages or more
 */
public record Expectation(
    Set<String> titles,
    List<String> names,
    Set<String> idNumbers,
    Set<String> creditCodes,
    boolean inForce,
    boolean seal,
    int leastPages) {

  public Expectation {
    titles = Set.copyOf(titles);
    names = List.copyOf(names);
    idNumbers = Set.copyOf(idNumbers);
    creditCodes = Set.copyOf(creditCodes);
  }

  /** Without names and numbers. */
  @Override
  public String toString() {
    return "Expectation[" + titles + ", seal " + seal + ", " + leastPages + " pages]";
  }
}
