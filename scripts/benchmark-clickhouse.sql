-- What the rule file of scripts/make-benchmark-data makes of its data, for ClickHouse. Written for that file alone: seconds in
-- place of milliseconds, as its times have no more; nothing is folded; points are whole millionths, as in leadscore.
WITH
    toUnixTimestamp(toDateTime({as_of}, 'Europe/Madrid')) AS now,
    toRelativeDayNum(toDateTime(now), 'Europe/Madrid') AS today,
    86400 AS day,
    (n, d) -> sign(n) * (intDiv(abs(n), d) + if(2 * (abs(n) % d) > d OR 2 * (abs(n) % d) = d AND intDiv(abs(n), d) % 2 = 1, 1, 0))
        AS half_even,
    events AS (
        SELECT
            email,
            toInt64(toUnixTimestamp(timestamp)) AS t,
            now - t AS age,
            today - toRelativeDayNum(timestamp, 'Europe/Madrid') AS days,
            event = 'page_view' AS viewed,
            viewed AND position(url, '/pricing/') > 0 AS priced,
            viewed AND position(url, '/careers/') > 0 AS looked_for_work,
            event,
            campaign,
            duration_s
        FROM file({events}, 'CSVWithNames', 'timestamp DateTime(\'UTC\'), email String, event LowCardinality(String), url String,
            campaign String, duration_s Int32')
        WHERE t <= now
    ),
    tallies AS (
        SELECT
            email,
            countIf(event = 'unsubscribe') AS unsubscribed,
            maxIf(t, event IN ('page_view', 'video_view', 'download', 'email_click', 'email_sent', 'email_open', 'demo_request')) AS last,
            sumIf(toInt64(round(1000000 * exp2(-age / (30 * day)))), viewed) AS views,
            groupArraySortedIf(5)(age, event IN ('video_view', 'download') AND age < 180 * day) AS watched,
            groupBitOrIf(bitShiftLeft(toUInt64(1), days % 64), viewed AND age < 90 * day AND days < 64) AS recent_days,
            groupBitOrIf(bitShiftLeft(toUInt64(1), days % 64), viewed AND age < 90 * day AND days >= 64) AS earlier_days,
            countIf(priced) AS all_priced,
            countIf(priced AND age < 30 * day) AS recently_priced,
            sumIf(duration_s, viewed) AS duration,
            countIf(event = 'email_click') AS clicked,
            countIf(event = 'email_sent') AS sent,
            length(groupUniqArrayIf(10)(campaign, event = 'email_open' AND campaign != '')) AS campaigns,
            maxIf(t, event = 'demo_request') AS demo,
            arraySort(groupArrayIf(t, looked_for_work)) AS visits
        FROM events
        GROUP BY email
    ),
    engaged AS (
        SELECT
            email,
            unsubscribed,
            last,
            least(60000000, views
                + arraySum(a -> half_even(3000000 * (180 * day - a), 180 * day), watched)
                + if(bitCount(recent_days) + bitCount(earlier_days) >= 3, 10000000, 0)
                + multiIf(recently_priced >= 3, 20000000, all_priced >= 1, 5000000, 0)
                + least(10000000, 500000 * intDiv(duration, 600))) AS web,
            multiIf(sent >= 2 AND 2 * clicked >= sent, 8000000, sent >= 2 AND 5 * clicked >= sent, 3000000, 0)
                + 1000000 * campaigns AS email_points,
            least(15000000, half_even(email_points * 8, 10)) AS mail,
            if(demo = 0, 0, half_even(25000000 * greatest(0, 5 - intDiv(now - demo, 45 * day)), 5)) AS asked,
            greatest(-15000000, -3000000 * if(empty(visits), 0, 1 + arrayCount(gap -> gap > 1800, arrayDifference(visits)))) AS work,
            web + mail + asked + work AS sum,
            if(last = 0, 0, intDiv(greatest(now - last - 30 * day, 0), 30 * day)) AS periods,
            if(sum <= 0, sum, half_even(sum * toInt64(pow(3, periods)), toInt64(pow(4, periods)))) AS engagement
        FROM tallies
    ),
    scored AS (
        SELECT
            c.email AS lead,
            if(match(title, '(?i)\\b(ceo|cto|director|head)\\b'), 20000000, 0)
                + transform(industry, ['automotive', 'aerospace', 'metalworking', 'education'], [8000000, 10000000, 5000000, -10000000], 0)
                + multiIf(employees >= 500, 12000000, employees >= 50, 6000000, employees < 5, -5000000, 0) AS fit,
            e.engagement AS engagement,
            e.last AS last,
            multiIf(e.unsubscribed > 0, 'disqualified', title = '' AND industry = '' AND employees IS NULL AND last = 0, 'no-data', 'scored')
                AS status,
            fit + engagement AS total,
            intDiv(2 * least(greatest(total, 0), 100000000) + 1000000, 2000000) AS score
        FROM file({contacts}, 'CSVWithNames', 'email String, title String, industry String, employees Nullable(Int32)') AS c
        LEFT JOIN engaged AS e ON c.email = e.email
    )
SELECT
    rowNumberInAllBlocks() + 1 AS rank,
    lead,
    score,
    if(status = 'scored', multiIf(score >= 70, 'hot', score >= 40, 'warm', 'cold'), '') AS bucket,
    status,
    fit / 1000000 AS fit,
    engagement / 1000000 AS engagement,
    if(last = 0, NULL, toDateTime(last, 'UTC')) AS last_activity
FROM (
    SELECT * FROM scored
    ORDER BY transform(status, ['scored', 'no-data'], [0, 1], 2), score DESC, total DESC, last DESC, lead
)
INTO OUTFILE {output} TRUNCATE FORMAT CSVWithNames
