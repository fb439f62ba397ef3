package freshlegs.app.cli;

import freshlegs.app.output.Query;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.Access;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands have in common that show some days of one athlete as a table. */
final class DayTable {
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--from", paramLabel = "DATE", description = "The first day, such as 2026-09-01.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "The last day.")
    private Optional<String> to = Optional.empty();

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** Which days of whom; {@code from} is empty when the command decides where to begin. */
    record Days(AthleteId athlete, Optional<LocalDate> from, LocalDate to) {}

    /** {@code ifEmpty} has a place for the athlete. */
    int show(
            Shell shell,
            String command,
            Function<Days, Query> asking,
            Function<Table, TextTable> people,
            String ifEmpty)
            throws SQLException, InterruptedException {
        form.check();
        AthleteId id = Athletes.parse(athlete);
        Days days = new Days(
                id, Dates.parse("--from", from), Dates.parse("--to", to).orElse(LAST));
        try (Access access = Access.forReading(common.settings(shell), command)) {
            Athletes.checkKnown(id, access.database());
            Table table = asking.apply(days).ask(access.database());
            form.print(shell, table, () -> people.apply(table), String.format(ifEmpty, id));
        }
        return 0;
    }
}
