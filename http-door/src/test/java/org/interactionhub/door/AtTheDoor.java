package org.interactionhub.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A small service behind the door, which is imported twice as in the all-in-one process. */
@Configuration
@EnableAutoConfiguration
@Import({HttpDoor.class, AtTheDoor.OtherRoom.class})
class AtTheDoor {

    @Configuration
    @Import(HttpDoor.class)
    static class OtherRoom {}

    record Meal(String dish, Portion portion) {}

    enum Portion {
        SMALL, LARGE
    }

    @Bean
    OpenToOtherSites formsOpenToOtherSites() {
        return new OpenToOtherSites("/forms/**");
    }

    @RestController
    static class Room {

        @GetMapping("/hello")
        String hello() {
            return "hello";
        }

        @GetMapping("/framed")
        String framed(HttpServletResponse response) {
            response.setHeader("Content-Security-Policy", "sandbox");
            return "framed";
        }

        @PostMapping({"/write", "/forms/{form}"})
        String write() {
            return "written";
        }

        @PostMapping("/meals")
        String meal(@RequestBody Meal meal) {
            return meal.dish();
        }

        @GetMapping("/list")
        String list(@RequestParam int limit) {
            return "" + limit;
        }

        @GetMapping("/busy")
        String busy() {
            throw Refusal.notNow("The kitchen is closed. Come back in a while.", Duration.ofSeconds(7));
        }

        @GetMapping("/defect")
        String defect() {
            throw new IllegalStateException("secret inner words");
        }

        @PostMapping("/upload")
        String upload(HttpServletRequest request) {
            return "" + Body.read(request, 2048).length;
        }
    }
}
