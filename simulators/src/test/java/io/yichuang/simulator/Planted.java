package io.yichuang.simulator;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A class that breaks a rule, written as a class file, because the libraries it uses need not be on
 * the class path. Shows that the rule bites.
 */
final class Planted {
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

  private Planted() {}

  /**
   * A class of that name with one method that uses {@code target}.
   *
   * @param member {@code <init>} for a new one, {@code out} for a field of that name, else a method
   */
  static JavaClasses uses(Path folder, String name, String target, String member)
      throws IOException {
    byte[] bytes =
        ClassFile.of()
            .build(
                ClassDesc.of(name),
                planted ->
                    planted.withMethodBody(
                        "breach",
                        NOTHING,
                        ClassFile.ACC_STATIC,
                        code -> use(code, ClassDesc.of(target), member)));
    Path file = folder.resolve(name.substring(name.lastIndexOf('.') + 1) + ".class");
    Files.write(file, bytes);
    return new ClassFileImporter().importPath(file);
  }

  private static void use(CodeBuilder code, ClassDesc target, String member) {
    switch (member) {
      case "<init>" -> code.new_(target).dup().invokespecial(target, member, NOTHING).pop();
      case "out" -> code.getstatic(target, member, ClassDesc.of("java.io.PrintStream")).pop();
      default -> code.invokestatic(target, member, NOTHING);
    }
    code.return_();
  }
}
