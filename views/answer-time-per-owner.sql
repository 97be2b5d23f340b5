-- title.en: Answer time per owner
-- title.ru: Время ответа по ответственным
-- about.en: How long do clients wait for a first answer, and who leaves them without one?
-- about.ru: Сколько клиенты ждут первого ответа и у кого остаются без него?
--
-- key: month, owner
-- column month: month | Month | Месяц
-- column owner: text | Owner | Ответственный | without an owner | без ответственного
-- column wanting: count | Wanted an answer | Ждали ответа
-- column answered: count | Answered | Получили ответ
-- column unanswered: count | Not answered yet | Пока без ответа
-- column median_seconds: seconds | Half waited at most | Половина ждала не дольше
-- column p90_seconds: seconds | Nine of ten waited at most | Девять из десяти ждали не дольше
--
-- chart: lines
-- x: month
-- y: median_seconds
-- series: owner

-- Mail, forms, chat messages and calls that nobody took want an answer. It is given by the first mail, chat message, answered
-- call or meeting that follows with the same client, whoever began it. What machines write neither asks nor answers. Nights
-- and weekends count like any other hour.
WITH contact AS (
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
    SELECT client_id, interaction_id, occurred_at, wants, occurred_at AS at, NULL::timestamptz AS answer_at
    FROM contact WHERE wants
    UNION ALL
    SELECT client_id, interaction_id, occurred_at, false, answer_at, answer_at
    FROM contact WHERE answer_at IS NOT NULL),
waited AS (
    SELECT client_id, wants, occurred_at,
        -- from the latest moment back: the smallest answer seen so far is the first that follows
        min(answer_at) OVER (PARTITION BY client_id ORDER BY at DESC, wants, interaction_id
            ROWS UNBOUNDED PRECEDING) - occurred_at AS span
    FROM moment)
SELECT to_char(w.occurred_at, 'YYYY-MM') AS month,
    o.owner,
    count(*) AS wanting,
    count(w.span) AS answered,
    count(*) - count(w.span) AS unanswered,
    round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM w.span)))::bigint AS median_seconds,
    round(percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM w.span)))::bigint AS p90_seconds
FROM waited w
LEFT JOIN client_owner o
    ON o.client_id = w.client_id AND w.occurred_at >= o.valid_from AND w.occurred_at < o.valid_to
WHERE w.wants
GROUP BY 1, 2
