package io.yichuang.vision.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;

/** One ONNX model: a block of numbers in, blocks of numbers out. Any thread. */
public final class Model implements AutoCloseable {

  private final OrtSession session;
  private final String input;

  /**
   * Loads it from the class path.
   *
   * @param beside the class in whose package it lies
   * @throws IllegalStateException when it is absent or broken
   */
  public Model(Class<?> beside, String name) {
    try (var in = beside.getResourceAsStream(name);
        var options = new SessionOptions()) {
      if (in == null) {
        throw new IllegalStateException("the class path holds no model " + name);
      }
      // More threads are slower on a shared machine: the runtime's threads wait by spinning.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // The arena keeps the most that was ever asked for: pages of many sizes made it grow for
      // good.
      options.setCPUArenaAllocator(false);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      session = OrtEnvironment.getEnvironment().createSession(in.readAllBytes(), options);
      input = session.getInputNames().iterator().next();
    } catch (IOException | OrtException e) {
      throw new IllegalStateException("the model " + name + " cannot be loaded", e);
    }
  }

  /**
   * An output of the model.
   *
   * @param shape its dimensions, outermost first
   * @param values row by row
   */
  public record Block(long[] shape, float[] values) {
    /** Without the values: they may be a person's features. */
    @Override
    public String toString() {
      return "Block[" + values.length + "]";
    }
  }

  /** The only output; or the first of several. */
  public Block run(float[] values, long... shape) {
    return run(values, shape, new int[] {0})[0];
  }

  /** The outputs whose innermost dimensions are these; 0 stands for the first there is. */
  public Block[] run(float[] values, long[] shape, int[] innermost) {
    try (var tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
        var result = session.run(Map.of(input, tensor))) {
      var outputs = new Block[innermost.length];
      for (var i = 0; i < outputs.length; i++) {
        for (var entry : result) {
          if (entry.getValue() instanceof OnnxTensor out
              && (innermost[i] == 0 || last(out.getInfo().getShape()) == innermost[i])) {
            var buffer = out.getFloatBuffer();
            var copy = new float[buffer.remaining()];
            buffer.get(copy);
            outputs[i] = new Block(out.getInfo().getShape(), copy);
            break;
          }
        }
        if (outputs[i] == null) {
          throw new IllegalStateException("not the model that was expected");
        }
      }
      return outputs;
    } catch (OrtException e) {
      throw new IllegalStateException("the model failed", e);
    }
  }

  private static long last(long[] dimensions) {
    return dimensions.length == 0 ? 0 : dimensions[dimensions.length - 1];
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be closed", e);
    }
  }
}
