package io.yichuang.device;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A class that breaks a rule, written as a class file, because the libraries it uses are not even
 * on the class path. Shows that the rule bites.
 */
final class Planted {
  private Planted() {}

  /** A class of that name with one method that calls {@code target.call()}. */
  static JavaClasses uses(Path folder, String name, String target, String call) throws IOException {
    byte[] bytes =
        ClassFile.of()
            .build(
                ClassDesc.of(name),
                planted ->
                    planted.withMethodBody(
                        "breach",
                        ConstantDescs.MTD_void,
                        ClassFile.ACC_STATIC,
                        code ->
                            code.invokestatic(
                                    ClassDesc.of(target),
                                    call,
                                    MethodTypeDesc.of(ConstantDescs.CD_void))
                                .return_()));
    Path file = folder.resolve(name.substring(name.lastIndexOf('.') + 1) + ".class");
    Files.write(file, bytes);
    return new ClassFileImporter().importPath(file);
  }
}
