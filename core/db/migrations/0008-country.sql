-- The country itself is a place, above every province on every day. One at a time. The loader of places adds the row.
alter table place_version
  drop constraint place_version_type_check,
  add constraint place_version_type_check check (type in ('Quốc gia', 'Tỉnh', 'Thành phố', 'Quận', 'Huyện', 'Thị xã', 'Thị trấn', 'Xã', 'Phường', 'Đặc khu')),
  drop constraint place_version_level_check,
  add constraint place_version_level_check check (level in ('country', 'province', 'district', 'commune')),
  add constraint place_version_one_country exclude using gist (level with =, daterange(valid_from, valid_to, '[]') with &&)
    where (level = 'country'),
  add check ((level = 'country') = (type = 'Quốc gia')),
  add check (level <> 'country' or parent_id is null);
