package network.opencharging.node.admin;

import static network.opencharging.node.admin.AdminAnswers.json;
import static network.opencharging.node.admin.AdminAnswers.wrong;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.access.People;
import network.opencharging.node.access.Person;
import network.opencharging.node.handshake.Checked;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Envelope;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Optional;

/** Who else may administer this node. */
@RestController
@RequestMapping("/admin/administrators")
public class PeopleDesk {
    private final People people;

    /** A desk for these people. */
    public PeopleDesk(People people) {
        this.people = people;
    }

    /** Everybody beside the holder of the key that is set. */
    @GetMapping
    public ResponseEntity<byte[]> all() {
        return json(200, Json.array(people.all().stream().map(PeopleDesk::view).toList()));
    }

    /** Gives somebody a password; sessions begun with the one before end. */
    @PutMapping("/{name}/password")
    public ResponseEntity<byte[]> password(
            @PathVariable String name,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        Optional<String> objection = People.objectionToName(name);
        if (objection.isPresent()) {
            return wrong("name", objection.get());
        }
        return switch (AdminRequests.password(body)) {
            case Checked.Bad<String> bad -> wrong(bad.field(), bad.problem());
            case Checked.Good<String>(String password) ->
                    json(
                            200,
                            view(
                                    people.withPassword(
                                            name, password, AdminRequest.who(request).name())));
        };
    }

    /** Gives somebody a key, in place of the one before; it is shown this once. */
    @PostMapping("/{name}/key")
    public ResponseEntity<byte[]> key(@PathVariable String name, HttpServletRequest request) {
        Optional<String> objection = People.objectionToName(name);
        if (objection.isPresent()) {
            return wrong("name", objection.get());
        }
        String key = people.freshKey(name, AdminRequest.who(request).name());
        return json(201, Json.Obj.EMPTY.with("name", name).with("key", key));
    }

    /** Nobody of that name comes in any more. */
    @DeleteMapping("/{name}")
    public ResponseEntity<byte[]> remove(@PathVariable String name) {
        return people.remove(name)
                ? json(200, Json.Obj.EMPTY.with("name", name))
                : AdminAnswers.missing("There is no administrator of that name.", "name");
    }

    private static Json.Obj view(Person person) {
        return Json.Obj.EMPTY
                .with("name", person.name())
                .with("has_key", new Json.Bool(person.key().isPresent()))
                .with("has_password", new Json.Bool(person.password().isPresent()))
                .with("last_updated", Envelope.timeText(person.since()))
                .with("updated_by", person.by());
    }
}
