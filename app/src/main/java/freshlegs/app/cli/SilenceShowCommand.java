package freshlegs.app.cli;

import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.Access;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "show", description = "Show what of an athlete is silenced, and how many messages that holds back now.")
final class SilenceShowCommand implements Callable<Integer> {
    private static final List<String> FIELDS =
            List.of("about", "localDate", "until", "reason", "held", "edit", "recordedAt");
    private static final String SILENCED = """
            (select s.*, (select count(*) from ledger.outbox_held h join ledger.episode e on e.id = h.episode_id
                          where e.athlete = s.athlete and h.silenced_by = s.about) as held
             from freshlegs.silence s
             where s.athlete = ? and coalesce(s.until, 'infinity') >= ledger.local_day(s.athlete, now())
             order by s.about) silenced
            """;

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    SilenceShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        AthleteId id = Athletes.parse(athlete);
        try (Access access = Access.forReading(common.settings(shell), "silence show")) {
            Athletes.checkKnown(id, access.database());
            Table table = Query.of(FIELDS, SILENCED).with(id.value()).ask(access.database());
            form.print(shell, table, () -> forPeople(table), "Nothing of " + id + " is silenced.");
        }
        return 0;
    }

    private static TextTable forPeople(Table table) {
        TextTable text = new TextTable("about", "from", "until", "why", "messages held");
        table.objects()
                .forEach(silence -> text.add(
                        Show.text(silence, "about"),
                        Show.text(silence, "localDate"),
                        Show.text(silence, "until").isEmpty() ? "lifted" : Show.text(silence, "until"),
                        Show.text(silence, "reason"),
                        Show.text(silence, "held")));
        return text;
    }
}
