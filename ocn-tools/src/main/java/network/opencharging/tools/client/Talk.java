package network.opencharging.tools.client;

import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.manner.Manners;
import network.opencharging.tools.reach.Contact;
import network.opencharging.tools.reach.Reach;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;
import network.opencharging.tools.wire.Heard;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * A talk with a live system, printed as it goes.
 *
 * @param screen where
 * @param environment holds the token
 * @param seams time and ids
 */
record Talk(Screen screen, Map<String, String> environment, Seams seams) {

    /** What is done with a system that was reached. */
    interface Words {
        /**
         * Does it.
         *
         * @return the last answer
         * @throws IOException when nobody answers
         */
        Heard say(Contact contact) throws IOException;
    }

    /** Reaches the system and talks; 0 when the last answer was a success. */
    int with(Reach reach, Role wanted, Words words) {
        try (Contact contact = Contact.of(reach, wanted, environment, seams)) {
            return words.say(contact).succeeded() ? 0 : Failure.FAILED;
        } catch (IOException e) {
            throw Failure.failed("there is no usable answer: " + e.getMessage(), e);
        }
    }

    /** The address of an interface. */
    static URI at(Contact contact, ModuleId module, InterfaceRole role) {
        return contact.directory()
                .endpoints()
                .find(module, role)
                .orElseThrow(
                        () -> Failure.failed("the system offers no %s %s".formatted(module, role)));
    }

    /** Request, answer, and what is wrong with the answer. */
    Heard show(Heard heard) {
        screen.heading(Printable.of(heard.asked()));
        heard.request()
                .headers()
                .without("Authorization")
                .asMap()
                .forEach((name, value) ->
                        screen.whisper("  > " + Printable.of(name + ": " + value)));
        body("  > ", heard.request().body());
        screen.say(
                "%s  %s"
                        .formatted(
                                screen.judged(heard.succeeded(), Printable.of(heard.summary())),
                                Screen.seconds(heard.took())));
        heard.answer()
                .headers()
                .asMap()
                .forEach((name, value) ->
                        screen.whisper("  < " + Printable.of(name + ": " + value)));
        body("  ", heard.answer().body());
        Manners.all()
                .forEach(manner ->
                        manner.check(heard)
                                .ifPresent(wrong ->
                                        screen.bad(
                                                "%s  %s (%s)"
                                                        .formatted(
                                                                manner.id(),
                                                                Printable.of(wrong),
                                                                manner.paragraph()))));
        return heard;
    }

    private void body(String before, String text) {
        if (!text.isEmpty()) {
            JsonText.pretty(text).lines().forEach(line -> screen.say(before + Printable.of(line)));
        }
    }
}
