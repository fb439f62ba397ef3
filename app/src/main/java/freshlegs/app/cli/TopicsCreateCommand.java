package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.OwnTopics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "create",
        description =
                "Create every topic that a Kafka of your own does not have yet, so that no part needs to be allowed to.")
final class TopicsCreateCommand implements Callable<Integer> {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Shell shell;

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    TopicsCreateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        form.check();
        Map<String, Boolean> topics = OwnTopics.create(common.settings(shell));
        Table table = new Table(
                List.of("topic", "created"),
                topics.entrySet().stream()
                        .map(each -> List.<JsonNode>of(JSON.textNode(each.getKey()), JSON.booleanNode(each.getValue())))
                        .toList());
        form.print(shell, table, () -> TextTable.of(table), "");
        return 0;
    }
}
