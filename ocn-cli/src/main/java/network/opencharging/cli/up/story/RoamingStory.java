package network.opencharging.cli.up.story;

import network.opencharging.bridge.call.Pulled;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.cli.up.site.Outlet;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.party.Asked;

import java.util.ArrayList;
import java.util.List;

/** Drivers of the eMSP charge at outlets of the CPO, side by side, from the search to the CDRs. */
public final class RoamingStory {
    private static final List<String> DRIVERS = List.of(Tokens.CARD, Tokens.APP);

    private final Stage stage;
    private final List<Outlet> outlets;

    /** A story of a charge at each of these outlets. */
    public RoamingStory(Stage stage, List<Outlet> outlets) {
        this.stage = stage;
        this.outlets = List.copyOf(outlets);
    }

    /**
     * Lets it happen.
     *
     * @return what came of each charge, in the order of the outlets
     * @throws StoryFailed naming the step that did not come out as it must
     */
    public List<Receipt> tell() throws StoryFailed, InterruptedException {
        pull(ModuleId.LOCATIONS, Location.SHAPE);
        pull(ModuleId.TARIFFS, Tariff.SHAPE);
        List<Charge> charges = charges();
        for (Charge charge : charges) {
            charge.begin();
        }
        stage.teller().meanwhile("energy flows for some seconds");
        for (Charge charge : charges) {
            charge.flow();
        }
        for (Charge charge : charges) {
            charge.end();
        }
        List<Receipt> receipts = new ArrayList<>();
        for (Charge charge : charges) {
            receipts.add(charge.receipt());
        }
        return List.copyOf(receipts);
    }

    /** A driver for each outlet, in turn. */
    private List<Charge> charges() {
        List<Charge> charges = new ArrayList<>();
        for (Outlet outlet : outlets) {
            String driver = DRIVERS.get(charges.size() % DRIVERS.size());
            charges.add(new Charge(stage, outlet, driver));
        }
        return charges;
    }

    private <T extends OcpiObject> void pull(ModuleId module, Shape<T> shape) throws StoryFailed {
        Asked<Pulled> asked = stage.emsp().pull(stage.cpo(), module, shape);
        int number = asked.value().map(Pulled::handedOn).orElse(0);
        String one = module.toString().replaceAll("s$", "");
        stage.asked("GET " + module, asked, number + " " + (number == 1 ? one : module));
        stage.teller().demands(number > 0, "GET " + module, stage.cpo() + " has none");
    }
}
