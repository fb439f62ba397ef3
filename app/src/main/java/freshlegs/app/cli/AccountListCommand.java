package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Role;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List the accounts and whom each sees.")
final class AccountListCommand implements Callable<Integer> {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Shell shell;

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AccountListCommand(Shell shell) {
        this.shell = shell;
    }

    private record Line(Account account, String sees) {
        String state() {
            if (!account.enabled()) {
                return "disabled";
            }
            return account.password() ? "active" : "no password";
        }

        List<String> cells() {
            return List.of(
                    account.login(),
                    account.name(),
                    state(),
                    account.operator() ? "yes" : "no",
                    account.createdAt().toString().substring(0, 10),
                    sees);
        }
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        return Doors.open(shell, common.settings(shell), "account list", doors -> {
            List<Line> lines = doors.accounts().all().stream()
                    .map(account -> new Line(account, sees(doors.shares().roles(account.id()))))
                    .toList();
            form.print(
                    shell,
                    new Table(
                            List.of("login", "name", "state", "operator", "created", "sees"),
                            lines.stream().map(AccountListCommand::row).toList()),
                    () -> forPeople(lines),
                    "No accounts yet, so nobody needs to sign in at this machine; `freshlegs account add` makes the first.");
        });
    }

    private static String sees(Map<AthleteId, Role> roles) {
        return roles.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " (" + entry.getValue().key() + ")")
                .collect(Collectors.joining(", "));
    }

    private static List<JsonNode> row(Line line) {
        return line.cells().stream().<JsonNode>map(JSON::textNode).toList();
    }

    private static TextTable forPeople(List<Line> lines) {
        TextTable table = new TextTable("Login", "Name", "State", "Operator", "Created", "Sees");
        lines.forEach(line -> table.add(line.cells().toArray(String[]::new)));
        return table;
    }
}
