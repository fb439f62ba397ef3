package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.watch.Skipped;
import freshlegs.app.watch.WatchReport;
import freshlegs.app.watch.WorkoutReport;
import freshlegs.model.AthleteId;
import java.util.List;

/** What became of watches, one line each with remarks below it, or as JSON. */
final class WatchSyncOutput {
    private static final int REMARKS = 20;

    private final Shell shell;
    private final boolean dryRun;

    WatchSyncOutput(Shell shell, boolean dryRun) {
        this.shell = shell;
        this.dryRun = dryRun;
    }

    void print(List<WatchReport> reports, boolean json) {
        if (json) {
            JsonOutput.print(shell.out(), document(reports));
        } else {
            reports.forEach(this::print);
        }
        shell.out().flush();
    }

    private void print(WatchReport report) {
        String owner = report.athlete().map(AthleteId::value).orElse("nobody's yet");
        shell.out()
                .println(report.watch().shown() + " (" + owner + "): "
                        + report.handedOver().size() + (dryRun ? " would be handed over, " : " new, ")
                        + report.known() + " already known, " + report.skipped().size() + " skipped"
                        + (report.failed().isEmpty()
                                ? ""
                                : ", " + report.failed().size() + " to be tried again"));
        print("skipped", report.skipped());
        print("to be tried again:", report.failed());
        report.problem().ifPresent(problem -> shell.out().println("  " + problem));
        report.workouts().ifPresent(this::print);
    }

    private void print(WorkoutReport workouts) {
        String would = dryRun ? " would be " : " ";
        shell.out()
                .println("  workouts: " + workouts.written().size() + would + "written, "
                        + workouts.withdrawn().size() + would + "taken back, " + workouts.kept() + " already there");
        workouts.remarks().forEach(remark -> shell.out().println("  " + plain(remark)));
        workouts.problem().ifPresent(problem -> shell.out().println("  " + problem));
    }

    private void print(String what, List<Skipped> files) {
        files.stream().limit(REMARKS).forEach(each -> shell.out()
                .println("  " + what + " " + plain(each.path()) + ": " + each.reason()));
        if (files.size() > REMARKS) {
            shell.out().println("  and " + (files.size() - REMARKS) + " more");
        }
    }

    private ObjectNode document(List<WatchReport> reports) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("dryRun", dryRun);
        ArrayNode watches = document.putArray("watches");
        for (WatchReport report : reports) {
            ObjectNode watch = watches.addObject();
            watch.put("model", report.watch().model());
            watch.put("serial", report.watch().serial());
            watch.put("athlete", report.athlete().map(AthleteId::value).orElse(null));
            watch.put("mount", report.mount().toString());
            ArrayNode files = watch.putArray("new");
            report.handedOver().forEach(files::add);
            watch.put("known", report.known());
            add(watch.putArray("skipped"), report.skipped());
            add(watch.putArray("failed"), report.failed());
            watch.put("problem", report.problem().orElse(null));
            report.workouts().ifPresent(workouts -> add(watch.putObject("workouts"), workouts));
        }
        return document;
    }

    private static void add(ObjectNode node, WorkoutReport workouts) {
        workouts.written().forEach(node.putArray("written")::add);
        workouts.withdrawn().forEach(node.putArray("withdrawn")::add);
        node.put("kept", workouts.kept());
        workouts.remarks().forEach(node.putArray("remarks")::add);
        node.put("problem", workouts.problem().orElse(null));
    }

    private static void add(ArrayNode array, List<Skipped> files) {
        files.forEach(each -> array.addObject().put("path", each.path()).put("reason", each.reason()));
    }

    private static String plain(String path) {
        return path.replaceAll("\\p{C}", "?");
    }
}
