-- title.en: Answer time per owner
-- title.ru: Время ответа по ответственным
-- about.en: Who answers slowly, and is it getting better? Counted in working hours.
-- about.ru: Кто отвечает медленно и становится ли лучше? Счёт идёт в рабочих часах.
--
-- key: quarter, owner
-- column quarter: quarter | Quarter | Квартал
-- column owner: text | Owner | Ответственный | without an owner | без ответственного
-- column wanting: count | Wanted an answer | Ждали ответа
-- column answered: count | Answered | Получили ответ
-- column unanswered: count | Not answered yet | Пока без ответа
-- column median_hours: hours | Half waited at most | Половина ждала не дольше
-- column p90_hours: hours | Nine of ten waited at most | Девять из десяти ждали не дольше
--
-- chart: rows
-- x: owner
-- y: median_hours
-- series: quarter

-- Mail, forms, chat messages and calls that nobody took want an answer. It is given by the first mail, chat message, answered
-- call or meeting that follows with the same client, whoever began it. What machines write neither asks nor answers. Nights
-- and weekends do not count.
WITH office AS (
    -- from Monday to Friday, as HUB_WORKING_HOURS has it unless it is set
    SELECT 9 AS opens, 18 AS closes),
contact AS (
    SELECT c.client_id, i.interaction_id, i.occurred_at,
        i.direction = 'inbound' AND i.state = 'recorded' AND NOT i.deleted AND NOT i.by_machine
            AND (i.channel IN ('email', 'web-form', 'chat') OR i.channel = 'phone' AND NOT i.answered) AS wants,
        CASE WHEN i.channel = 'phone' AND i.answered THEN i.answered_at
            WHEN i.channel = 'meeting' AND i.state = 'held' THEN i.occurred_at
            WHEN i.channel IN ('email', 'chat') AND i.direction = 'outbound' AND i.state IN ('recorded', 'held')
                AND NOT i.by_machine THEN i.occurred_at END AS answer_at
    FROM interaction i
    JOIN interaction_client c USING (interaction_id)),
moment AS (
    SELECT client_id, interaction_id, occurred_at, true AS wants, occurred_at AS at
    FROM contact WHERE wants
    UNION ALL
    SELECT client_id, interaction_id, occurred_at, false, answer_at
    FROM contact WHERE answer_at IS NOT NULL),
clock AS (
    -- days since a Monday, and with them the hours that the office has been open until then
    SELECT m.*, (day / 7 * 5 + least(day % 7, 5)) * (closes - opens)
        + CASE WHEN day % 7 < 5 THEN greatest(least(hour, closes) - opens, 0) ELSE 0 END AS worked
    FROM (SELECT moment.*, at::date - date '1900-01-01' AS day, extract(epoch FROM at::time) / 3600 AS hour FROM moment) m
    CROSS JOIN office),
waited AS (
    SELECT client_id, wants, occurred_at,
        -- from the latest moment back: the smallest answer seen so far is the first that follows
        min(worked) FILTER (WHERE NOT wants) OVER (PARTITION BY client_id ORDER BY at DESC, wants, interaction_id
            ROWS UNBOUNDED PRECEDING) - worked AS hours
    FROM clock)
SELECT to_char(w.occurred_at, 'YYYY-"Q"Q') AS quarter,
    o.owner,
    count(*) AS wanting,
    count(w.hours) AS answered,
    count(*) - count(w.hours) AS unanswered,
    round(percentile_cont(0.5) WITHIN GROUP (ORDER BY w.hours)::numeric, 2) AS median_hours,
    round(percentile_cont(0.9) WITHIN GROUP (ORDER BY w.hours)::numeric, 2) AS p90_hours
FROM waited w
LEFT JOIN client_owner o
    ON o.client_id = w.client_id AND w.occurred_at >= o.valid_from AND w.occurred_at < o.valid_to
WHERE w.wants
GROUP BY 1, 2
