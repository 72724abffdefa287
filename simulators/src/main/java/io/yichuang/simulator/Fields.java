package io.yichuang.simulator;

import java.util.Map;

/** The fields of an action, each of the kind it has to be. */
public record Fields(Map<String, Object> values) {

  public String text(String name) {
    if (values.get(name) instanceof String text) {
      return text;
    }
    throw wrong(name, "a text");
  }

  public boolean yes(String name) {
    if (values.get(name) instanceof Boolean yes) {
      return yes;
    }
    throw wrong(name, "true or false");
  }

  public double number(String name) {
    if (values.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(name, "a number");
  }

  /** A whole number within bounds, both included. */
  public int whole(String name, int from, int to) {
    double number = number(name);
    if (number != Math.rint(number) || number < from || number > to) {
      throw wrong(name, "a whole number from " + from + " to " + to);
    }
    return (int) number;
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  private static IllegalArgumentException wrong(String name, String kind) {
    return new IllegalArgumentException("The field '" + name + "' has to be " + kind);
  }
}
