package io.yichuang.kiosk;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Sources as the compiler understands them, types and all; finds what no pattern can see. */
final class Attributed {
  private static final String OUTCOME = "io.yichuang.device.Outcome";

  private Attributed() {}

  /**
   * Outcomes that nobody looks at, and switches over sealed types with a default.
   *
   * @throws IllegalStateException if the sources do not compile: then nothing would be known
   */
  static List<String> breaches(Iterable<? extends JavaFileObject> sources) throws IOException {
    var problems = new DiagnosticCollector<JavaFileObject>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var options =
        List.of("-proc:none", "-Xlint:none", "-cp", System.getProperty("java.class.path"));
    var task = (JavacTask) compiler.getTask(null, null, problems, options, null, sources);
    var units = new ArrayList<CompilationUnitTree>();
    task.parse().forEach(units::add);
    task.analyze();
    problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .findFirst()
        .ifPresent(problem -> {
          throw new IllegalStateException("not understood: " + problem);
        });
    var breaches = new ArrayList<String>();
    units.forEach(unit -> new Scanner(task, unit, breaches).scan(unit, null));
    return breaches;
  }

  private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final JavacTask task;
    private final CompilationUnitTree unit;
    private final List<String> breaches;
    private final Trees trees;

    Scanner(JavacTask task, CompilationUnitTree unit, List<String> breaches) {
      this.task = task;
      this.unit = unit;
      this.breaches = breaches;
      this.trees = Trees.instance(task);
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void none) {
      selector(tree, tree.getExpression(), tree.getCases());
      return super.visitSwitch(tree, null);
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void none) {
      selector(tree, tree.getExpression(), tree.getCases());
      return super.visitSwitchExpression(tree, null);
    }

    private void selector(Tree at, ExpressionTree selector, List<? extends CaseTree> cases) {
      boolean open =
          cases.stream()
              .flatMap(one -> one.getLabels().stream())
              .anyMatch(DefaultCaseLabelTree.class::isInstance);
      if (open
          && type(selector) instanceof DeclaredType declared
          && declared.asElement().getKind() != ElementKind.ENUM
          && declared.asElement().getModifiers().contains(Modifier.SEALED)) {
        breach(at, "a default over the sealed " + declared.asElement().getSimpleName());
      }
    }

    @Override
    public @Nullable Void visitExpressionStatement(
        ExpressionStatementTree tree, @Nullable Void none) {
      if (tree.getExpression() instanceof MethodInvocationTree call && outcome(type(call))) {
        breach(tree, "an ignored Outcome");
      }
      return super.visitExpressionStatement(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
      ExpressionTree value = tree.getInitializer();
      if (tree.getName().isEmpty() && value != null && outcome(type(value))) {
        breach(tree, "an ignored Outcome");
      }
      return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void none) {
      if (tree.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION
          && outcome(type(tree.getBody()))
          && dropped(trees.getTypeMirror(getCurrentPath()))) {
        breach(tree, "an ignored Outcome");
      }
      return super.visitLambdaExpression(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void none) {
      if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method
          && outcome(method.getReturnType())
          && dropped(trees.getTypeMirror(getCurrentPath()))) {
        breach(tree, "an ignored Outcome");
      }
      return super.visitMemberReference(tree, null);
    }

    private @Nullable TypeMirror type(Tree tree) {
      return trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
    }

    private boolean outcome(@Nullable TypeMirror type) {
      TypeElement outcome = task.getElements().getTypeElement(OUTCOME);
      return outcome != null
          && type instanceof DeclaredType
          && task.getTypes()
              .isSubtype(task.getTypes().erasure(type), task.getTypes().erasure(outcome.asType()));
    }

    /** Whether the one method of a functional interface gives nothing back. */
    private boolean dropped(@Nullable TypeMirror function) {
      return function instanceof DeclaredType declared
          && task.getElements().getAllMembers((TypeElement) declared.asElement()).stream()
              .filter(member -> member.getModifiers().contains(Modifier.ABSTRACT))
              .map(member -> task.getTypes().asMemberOf(declared, member))
              .filter(ExecutableType.class::isInstance)
              .anyMatch(
                  method -> ((ExecutableType) method).getReturnType().getKind() == TypeKind.VOID);
    }

    private void breach(Tree at, String what) {
      long start = trees.getSourcePositions().getStartPosition(unit, at);
      String file = unit.getSourceFile().getName();
      breaches.add(
          file.substring(file.lastIndexOf('/') + 1)
              + ":"
              + unit.getLineMap().getLineNumber(start)
              + " "
              + what);
    }
  }
}
