package gov.mt.opi.aim.statestore;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario ends as it says, on a view in memory. */
class ScenarioTest {

    @TestFactory
    Stream<DynamicTest> endsAsTheScenarioSays() {
        return Scenarios.all().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.source() + " " + scenario.name(), () -> {
                    MemoryView view = new MemoryView();
                    view.testWindowDates.putAll(scenario.calendars());
                    view.districtsOfOneSchool.addAll(scenario.schools().keySet());
                    Play.play(
                            scenario,
                            new StateStore(view, Merges.all(Settings.with(scenario.settings()))),
                            view.decisions,
                            view::retire);
                }));
    }
}
