package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.doctor.Doctor;
import freshlegs.app.doctor.Doctor.Line;
import freshlegs.app.doctor.Weight;
import freshlegs.app.problem.Problem.Exit;
import freshlegs.app.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Look at everything that can be wrong and say what mends it; starts nothing and changes nothing."
                + " Exit code 1 when there is a problem.")
final class DoctorCommand implements Callable<Integer> {
    private static final String FORM = "%-9s  %-13s  %s%n";

    private final Shell shell;

    @Option(names = "--json", description = "Print all findings as JSON.")
    private boolean json;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    DoctorCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Line> lines = Doctor.examine(
                Settings.check(service.given(common), Map.of(), shell.environment()),
                shell.environment(),
                shell.clock());
        if (json) {
            JsonOutput.print(shell.out(), document(lines));
        } else {
            lines.forEach(this::print);
            shell.out().println(sum(lines));
        }
        return (count(lines, Weight.PROBLEM) == 0 ? Exit.DONE : Exit.FAILED).code();
    }

    private void print(Line line) {
        shell.out()
                .printf(
                        FORM,
                        line.finding().weight().word(),
                        line.check().name(),
                        line.finding().sentence());
        line.finding().fix().ifPresent(fix -> shell.out().printf(FORM, "", "", "Fix: " + fix + "."));
    }

    private static String sum(List<Line> lines) {
        return "Problems: " + count(lines, Weight.PROBLEM) + ", warnings: " + count(lines, Weight.WARNING)
                + ", not asked: " + count(lines, Weight.NOT_ASKED) + ".";
    }

    private static long count(List<Line> lines, Weight weight) {
        return lines.stream().filter(line -> line.finding().weight() == weight).count();
    }

    private static ObjectNode document(List<Line> lines) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("problems", count(lines, Weight.PROBLEM));
        document.put("warnings", count(lines, Weight.WARNING));
        document.put("notAsked", count(lines, Weight.NOT_ASKED));
        ArrayNode findings = document.putArray("findings");
        for (Line line : lines) {
            ObjectNode finding = findings.addObject()
                    .put("check", line.check().name())
                    .put("weight", line.finding().weight().word())
                    .put("sentence", line.finding().sentence());
            line.finding().fix().ifPresent(fix -> finding.put("fix", fix));
        }
        return document;
    }
}
