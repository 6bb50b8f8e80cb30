-- What the formats that make several tables of one row have in common.

-- A name as the rules of kinds.yaml read it: small letters, no accents, every other sign a blank.
create or replace macro plain_name(name) as trim(regexp_replace(
    strip_accents(replace(replace(replace(replace(lower(name), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss')),
    '[^a-z0-9]+', ' ', 'g'
));

-- An identity where the source has none: the same name gives the same one in every file.
create or replace macro id_from(prefix, name) as prefix || left(md5(same_name(name)), 12);

-- Whose a name is: of the one organisation that has it, else of one that is made by it. Null where there is no name.
create or replace macro known_or_made(organisations, organisation_id, name) as coalesce(
    case when organisations = 1 then organisation_id end, id_from('org-', name)
);

-- The kind of an organisation and what it rests on. What was verified, or entered by hand without a word on its
-- basis, stays; then what the source declares counts, then what was declared before; a guess comes last.
create or replace macro kind_of(declared, held_kind, held_basis, guessed) as case
    when held_kind <> 'unknown' and coalesce(held_basis, 'verified') = 'verified'
        then { 'kind': held_kind, 'basis': held_basis }
    when declared is not null then { 'kind': declared, 'basis': 'declared' }
    when held_kind <> 'unknown' and held_basis = 'declared' then { 'kind': held_kind, 'basis': held_basis }
    when guessed is not null then { 'kind': guessed, 'basis': 'estimated' }
    when held_kind <> 'unknown' then { 'kind': held_kind, 'basis': held_basis }
    else { 'kind': 'unknown', 'basis': null::varchar }
end;

-- Whether a country's name or code means Germany; null where none is given.
create or replace macro is_german(country) as plain_name(country) in (
    'de', 'deu', 'd', 'brd', 'germany', 'deutschland', 'bundesrepublik deutschland'
);

-- A region's district: the reference's key for its NUTS code; elsewhere where the code lies in another German state;
-- abroad outside Germany. Null where the code says nothing: then a postcode may still tell.
create or replace macro district_of(country, nuts, ags5) as case
    when not is_german(country) then 'abroad'
    when ags5 is not null then ags5
    when country is null and regexp_full_match(upper(nuts), '[A-Z]{2}[0-9A-Z]*') and upper(left(nuts, 2)) <> 'DE'
        then 'abroad'
    when regexp_full_match(upper(nuts), 'DE[1-9B-G][0-9A-Z]{0,2}') then 'elsewhere'
end;

-- Whether a cell says no.
create or replace macro says_no(text) as plain_name(text) in ('no', 'nein', 'n', 'false', 'falsch', '0');

-- What systems of events say of a guest or an order; null where the word is none of theirs. Who waits for a place has
-- none, as CiviCRM counts, too.
create or replace macro guest_status(word) as case
    when
        plain_name(word) in (
            'abgesagt', 'abgemeldet', 'absage', 'expired', 'abgelaufen', 'rejected', 'abgelehnt', 'declined',
            'erstattet', 'transferred', 'uebertragen', 'withdrawn', 'zurueckgezogen', 'deleted', 'geloescht',
            'abandoned', 'not attending', 'nimmt nicht teil', 'on waitlist', 'warteliste', 'auf warteliste',
            'auf der warteliste', 'awaiting approval', 'wartet auf freigabe', 'approval pending',
            'freigabe ausstehend', 'pending from waitlist', 'pending from approval', 'pending in cart'
        )
        or regexp_full_match(plain_name(word), '(cancel(l?ed)?|storniert|refunded)( .*)?')
        then 'cancelled'
    when
        plain_name(word) in (
            'attended', 'checked in', 'teilgenommen', 'anwesend', 'erschienen', 'eingecheckt', 'hat teilgenommen'
        )
        then 'attended'
    when plain_name(word) in ('no show', 'noshow', 'nicht erschienen', 'gefehlt') then 'no_show'
    when
        plain_name(word) in (
            'attending', 'registered', 'registriert', 'angemeldet', 'active', 'completed', 'complete', 'abgeschlossen',
            'approved', 'bestaetigt', 'confirmed', 'manual', 'offline', 'unpaid', 'unbezahlt', 'overdue',
            'ueberfaellig', 'awaiting payment', 'zugesagt', 'partially paid', 'teilweise bezahlt', 'partially refunded'
        )
        or regexp_full_match(plain_name(word), '(paid|bezahlt|pending|ausstehend)( .*)?')
        then 'registered'
end;
